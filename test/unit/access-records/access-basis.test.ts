import { describe, expect, test } from 'vitest';
import { basisOf } from '../../../functions/domain/rights/access-basis.ts';
import { accessReason } from '../../../functions/domain/rights/access-reasons.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { accessBasis } from '../../../schemas/stored/access-record.ts';
import { accept, consult } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const { head } = new PaperDossier('1.013225').decide(accept);
const [task] = head.tasks;
const code = head.code;
const officer = (unit: string | null, ...roles: OfficerRole[]): Principal => ({
  kind: 'officer',
  id: 'can.bo',
  unit,
  roles,
});

describe('why a dossier is shown', () => {
  test('the task that waits for the reader comes first', () => {
    expect(basisOf(head, officer('H44.101', 'handler'))).toEqual({ code, basis: 'task', task: task?.id });
    const held = { ...head, tasks: head.tasks.map(each => ({ ...each, assignee: 'can.bo' })) };
    expect(basisOf(held, officer('H44.101', 'leader'))).toEqual({ code, basis: 'task', task: task?.id });
    const another = { ...head, tasks: head.tasks.map(each => ({ ...each, assignee: 'ban' })) };
    expect(basisOf(another, officer('H44.101', 'handler'))).toEqual({ code, basis: 'unit' });
  });

  test('then the unit, the asked one too, then the office', () => {
    expect(basisOf(head, officer('H44.101', 'signer', 'auditor'))).toEqual({ code, basis: 'unit' });
    const asked = new PaperDossier('1.013225').decide(accept).decide(consult).head;
    expect(basisOf(asked, officer('H44.04', 'leader'))).toMatchObject({ basis: 'unit' });
    expect(basisOf(head, officer('H44', 'overseer'))).toEqual({ code, basis: 'oversight' });
    expect(basisOf(head, officer(null, 'auditor', 'overseer'))).toEqual({ code, basis: 'audit' });
  });

  test('citizens and portals read what they submitted', () => {
    const son: Principal = { kind: 'citizen', identityNumber: '025090000009', level: 2 };
    for (const caller of [son, { kind: 'portal', id: 'dvcqg', scopes: [] } as Principal])
      expect(basisOf(head, caller)).toEqual({ code, basis: 'submitter' });
  });

  test('somebody without any relation is a fault of ours', () => {
    expect(() => basisOf(head, officer('H44.102', 'handler'))).toThrow(TypeError);
    expect(() => basisOf(head, { kind: 'anonymous' })).toThrow(TypeError);
  });

  test('is said in words, each once', () => {
    for (const basis of accessBasis.options)
      expect(accessReason([{ code, basis }], 'vi')).not.toBe(accessReason([{ code, basis }], 'en'));
    const both = accessReason(
      [
        { code, basis: 'unit' },
        { code, basis: 'audit' },
        { code, basis: 'unit' },
      ],
      'en',
    );
    expect(both).toBe('Their unit received, decided or was consulted on the dossier; Inspection');
  });
});
