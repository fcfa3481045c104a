import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demandMayApply } from '../../../functions/domain/applicants/may-apply.ts';
import law from '../../../law/applicants.json' with { type: 'json' };
import type { ApplicantKind } from '../../../schemas/dossier/applicant.ts';

const NOW = Date.parse('2026-11-26T09:00:00+07:00');
const code = '1.000001';
const may = (kind: ApplicantKind, ...applicants: string[]) => {
  try {
    demandMayApply(kind, { code, applicants }, NOW);
    return true;
  } catch {
    return false;
  }
};

describe('who may apply', () => {
  test.each([
    ['Công dân Việt Nam', ['person', 'personWithoutNumber', 'household']],
    ['Người nước ngoài', ['foreigner', 'personWithoutNumber']],
    ['Doanh nghiệp', ['organisation', 'organisationWithoutNumber']],
    [
      'Tổ chức (không bao gồm doanh nghiệp, HTX)',
      ['organisation', 'organisationWithoutNumber', 'agency', 'household'],
    ],
    ['  hợp tác xã ', ['cooperative', 'organisation', 'organisationWithoutNumber']],
  ])('of “%s” are %j', (term, kinds) => {
    const all = Object.keys(law.versions[0]?.kinds ?? {}) as ApplicantKind[];
    expect(all.filter(kind => may(kind, term)).toSorted()).toEqual(kinds.toSorted());
  });

  test('are all that any of the terms means', () => {
    expect(may('foreigner', 'Công dân Việt Nam', 'Người nước ngoài')).toBe(true);
    expect(may('agency', 'Công dân Việt Nam', 'Người nước ngoài')).toBe(false);
  });

  test('are everybody where nothing is said, or something that is not understood', () => {
    expect(may('agency')).toBe(true);
    expect(may('agency', 'Công dân Việt Nam', 'Hội viên câu lạc bộ')).toBe(true);
  });

  test('are told to who may not', () => {
    expect(() => demandMayApply('person', { code, applicants: ['Người nước ngoài'] }, NOW)).toThrow(
      expect.objectContaining({
        code: 'applicant-not-entitled',
        detail: expect.objectContaining({ vi: expect.stringContaining('dành cho: Người nước ngoài') }),
        facts: { applicants: ['Người nước ngoài'] },
      }),
    );
  });

  test('are understood for every procedure of the starter province', () => {
    const folder = new URL('../../../province/phu-tho/procedures/', import.meta.url);
    const terms = readdirSync(folder).flatMap(
      file => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).procedure.applicants as string[],
    );
    const known = new Set(Object.keys(law.versions[0]?.published ?? {}));
    expect([...new Set(terms)].filter(term => !known.has(term))).toEqual([]);
  });
});
