import type { Fee } from '../../../schemas/catalogue/fee.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { FeeReliefs } from '../../../schemas/money/fee-relief.ts';

/** Two cases, a line that is always charged, and a counted one with both bounds. */
export const table: Fee = {
  kind: 'table',
  lines: [
    { code: 'form', name: 'Lệ phí tờ khai', sort: 'charge', amount: toDong(5000) },
    {
      code: 'new',
      name: 'Phí thẩm định cấp mới',
      sort: 'fee',
      case: { id: 'first', condition: 'Cấp lần đầu' },
      amount: toDong(500_000),
      legalBasis: 'Nghị quyết của Hội đồng nhân dân tỉnh',
    },
    {
      code: 'again',
      name: 'Phí thẩm định cấp lại',
      sort: 'fee',
      case: { id: 'reissue', condition: 'Cấp lại' },
      amount: toDong(200_000),
    },
    {
      code: 'pages',
      name: 'Phí sao chụp',
      sort: 'fee',
      case: { id: 'reissue', condition: 'Cấp lại' },
      perUnit: { amount: toDong(2000), unit: 'page', atMost: 100, most: toDong(150_000) },
    },
  ],
};

export const procedure = { code: '1.999999', field: { name: 'Đất đai' } };

const span = { from: '2026-08-15', until: '2027-02-28' };
const shared = { ...span, setBy: 'nation' as const, evidence: ['card'] };
const named = (vi: string) => ({ vi, en: vi });

/** Reliefs of every effect, one whose council has still to decide, and one for another field. */
export const law: FeeReliefs = {
  evidence: [
    { kind: 'card', name: named('Thẻ'), attestedBy: ['identitySystem', 'officer'] },
    { kind: 'paper', name: named('Giấy xác nhận'), attestedBy: [] },
  ],
  reliefs: [
    {
      ...shared,
      relief: 'half',
      name: named('Giảm một nửa'),
      scope: { fields: ['Đất đai'], codes: ['new', 'again'] },
      effect: { kind: 'percent', percent: 50, min: toDong(150_000), max: toDong(240_000) },
      ground: 'Căn cứ A',
    },
    {
      ...shared,
      relief: 'fixed',
      name: named('Giảm 7.000'),
      scope: { procedures: ['1.999999'] },
      effect: { kind: 'amount', amount: toDong(7000) },
      ground: 'Căn cứ B',
    },
    {
      ...shared,
      relief: 'all',
      name: named('Miễn'),
      scope: { fields: ['Đất đai'] },
      effect: { kind: 'zero' },
      ground: 'Căn cứ C',
      evidence: ['paper'],
    },
    {
      ...shared,
      relief: 'council',
      name: named('Do tỉnh quy định'),
      scope: { fields: ['Đất đai'] },
      effect: { kind: 'percent', percent: 10 },
      ground: 'Căn cứ D',
      setBy: 'province',
      needs: named('nghị quyết của Hội đồng nhân dân'),
      decisions: [
        {
          from: '2026-12-01',
          until: null,
          ground: 'NQ 01/NQ-HĐND',
          effect: { kind: 'percent', percent: 30 },
        },
      ],
    },
    {
      ...shared,
      relief: 'elsewhere',
      name: named('Lĩnh vực khác'),
      scope: { fields: ['Hộ tịch'] },
      effect: { kind: 'zero' },
      ground: 'Căn cứ E',
    },
  ],
};

export const card = { kind: 'card', attestedBy: 'identitySystem' } as const;
export const evidenceOf = (relief: string) => (relief === 'all' ? { kind: 'paper' } : card);
