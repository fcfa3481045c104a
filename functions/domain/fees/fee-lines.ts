import type { Fee, FeeLine } from '../../../schemas/catalogue/fee.ts';

/** The code of the only line of a fee that is no table. */
export const ONLY_LINE = 'fee';

/**
 * A fee as lines, whatever its kind. A fee that is no table does not say whether it is phí or lệ phí: it counts as phí,
 * the more general of the two.
 */
export function linesOf(fee: Fee): readonly FeeLine[] {
  const only = { code: ONLY_LINE, name: 'Phí, lệ phí', sort: 'fee' } as const;
  switch (fee.kind) {
    case 'free':
    case 'unclear':
      return [];
    case 'flat':
      return [{ ...only, amount: fee.amount }];
    case 'perUnit':
      return [{ ...only, perUnit: { amount: fee.amount, unit: fee.unit } }];
    case 'table':
      return fee.lines;
  }
}

/** The cases among which one is chosen, each once; none where every line always applies. */
export function casesOf(fee: Fee): readonly NonNullable<FeeLine['case']>[] {
  return [...new Map(linesOf(fee).flatMap(line => (line.case ? [[line.case.id, line.case]] : []))).values()];
}
