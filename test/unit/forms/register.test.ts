import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RegisterLine, registerOf } from '../../../functions/domain/forms/register.ts';
import type { FormDeps } from '../../../functions/features/forms/deps.ts';
import { getRegister, MOST } from '../../../functions/features/forms/get-register.ts';
import { renderForm } from '../../../functions/records/forms/render-form.ts';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import { fontFolder } from '../../support/documents/printed-decision.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';
import { sourceOf } from '../../support/forms/form-ledger.ts';

const { units } = loadStarterProvince();
const NOW = Date.parse('2026-11-30T09:00:00+07:00');
const { applicant } = sourceOf([]).people;

const line = (changed: Partial<RegisterLine> = {}): RegisterLine => ({
  code: 'H44.101-261126-0001' as RegisterLine['code'],
  competentUnit: 'H44.101' as RegisterLine['competentUnit'],
  handling: 'processing',
  returnBy: 'counter',
  submittedAt: '2026-11-26T10:00:00+07:00',
  acceptedAt: '2026-11-26T17:30:00Z',
  dueOn: '2026-12-07',
  closedAt: null,
  extendedTo: null,
  procedureName: 'Cấp giấy phép xây dựng',
  applicant,
  ...changed,
});
const register = (lines: readonly RegisterLine[]) =>
  registerOf({ unit: 'H44.101', from: '2026-11-23', to: '2026-11-29', lines }, units, NOW);
const rows = (lines: readonly RegisterLine[]) =>
  register(lines).blocks.flatMap(block => (block.kind === 'table' ? block.rows : []));

describe('the register', () => {
  test('shows of a dossier what the form has columns for, by days in Viet Nam', () => {
    expect(rows([line()])).toEqual([
      [
        '1',
        'H44.101-261126-0001',
        'Cấp giấy phép xây dựng',
        '01',
        'Nguyễn Văn An; Số 12, tổ 3, phường Tân Hoà, tỉnh Phú Thọ; 0912345678',
        'Phường Tân Hoà',
        '27/11/2026',
        '07/12/2026',
        '',
        'Trực tiếp',
        '',
        '',
      ],
    ]);
    const returned = line({
      handling: 'returned',
      closedAt: '2026-12-01T08:00:00+07:00',
      extendedTo: '2026-12-14T17:00:00+07:00',
    });
    expect(rows([returned])[0]?.slice(8)).toEqual(['01/12/2026', 'Trực tiếp', '', 'Đã gia hạn']);
    const declined = line({ handling: 'declined', dueOn: null, acceptedAt: null, applicant: undefined });
    expect(rows([declined])[0]?.slice(4)).toEqual([
      '',
      'Phường Tân Hoà',
      '26/11/2026',
      '',
      '',
      'Trực tiếp',
      '',
      'Không được tiếp nhận',
    ]);
  });

  test('says its period and which form it is, and so where nothing came in', () => {
    const empty = register([]);
    expect(empty).toMatchObject({
      title: 'SỔ THEO DÕI HỒ SƠ',
      subtitle: 'Từ ngày 23/11/2026 đến ngày 29/11/2026',
      placeAndDate: 'Tân Hoà, ngày 30 tháng 11 năm 2026',
      mark: 'Mẫu số 07, Phụ lục I Thông tư số 03/2025/TT-VPCP',
      blocks: [{ kind: 'text', text: 'Không có hồ sơ trong kỳ.' }],
    });
  });
});

describe('the register as a file', () => {
  let fonts: ReturnType<typeof fontFolder>;
  beforeAll(() => {
    fonts = fontFolder();
  });
  afterAll(() => fonts.remove());

  test('is on A4 on its side, over pages with the head of its table on each', async () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      line({ procedureName: `Thủ tục số ${index + 1}.` }),
    );
    const pdf = await renderForm(fonts.folder, register(lines), 'A4 landscape');
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 841.889764 595.275591]');
    const pages = await textOfPages(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) expect(page.replace(/\s+/g, ' ')).toContain('Tên thủ tục hành');
    const text = pages.join(' ').replace(/\s+/g, ' ');
    for (const index of lines.keys()) expect(text).toContain(`Thủ tục số ${index + 1}.`);
  });
});

describe('asked for the register', () => {
  const officer = { kind: 'officer', id: 'o', unit: 'H44.101', roles: ['reception'] } as const;
  const ask = (from: string, to: string, count: number) => {
    const row = { code: 'H44.101-261126-0001', receivingUnit: 'H44.101' } as DossierRow;
    const deps = {
      organization: { current: async () => ({ units }) },
      lists: {
        page: async (_: unknown, __: unknown, { after }: { after: string | undefined }) => {
          const begun = Number(after ?? 0);
          const items = Array.from({ length: Math.min(250, count - begun) }, () => row);
          const end = begun + items.length;
          return { items, next: end < count ? String(end) : undefined };
        },
      },
    } as unknown as FormDeps;
    const call = {
      params: { code: 'H44.101' },
      query: { from, to },
      caller: officer,
      now: NOW,
      language: 'vi',
    };
    return getRegister(deps, call as never);
  };

  test('more dossiers than one request can print are refused, with the way out', async () => {
    await expect(ask('2026-11-01', '2026-11-30', MOST + 1)).rejects.toMatchObject({
      code: 'register-too-long',
      message: expect.stringContaining('1000'),
    });
  });

  test('a period that ends before it begins is refused', async () => {
    await expect(ask('2026-11-30', '2026-11-29', 0)).rejects.toMatchObject({ code: 'parameter-invalid' });
  });
});
