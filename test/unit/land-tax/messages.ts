/** A notice of the tax office as it tells it, with the sum of its lines. */
export const noticeOf = (lines: readonly (readonly [kind: string, amount: number])[], own: object = {}) => ({
  type: 'notice',
  number: 'TB-1',
  issuedOn: '2026-03-04',
  dueOn: lines.length === 0 ? null : '2026-04-03',
  lines: lines.map(([kind, amount]) => ({ kind, amount })),
  total: lines.reduce((sum, [, amount]) => sum + amount, 0),
  treasury:
    lines.length === 0
      ? null
      : { number: '7111.0.1234567', holder: 'Kho bạc Nhà nước khu vực', at: 'Kho bạc Nhà nước' },
  paymentCode: lines.length === 0 ? null : '11060012604030001',
  ...own,
});

export const NOTICE = noticeOf([
  ['registrationFee', 750_000],
  ['personalIncomeTax', 2_500_000],
]);
