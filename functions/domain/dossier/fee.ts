import type { Fee } from '../../../schemas/catalogue/fee.ts';
import { type Dong, dong } from '../../../schemas/money/dong.ts';
import { linesOf } from '../fees/fee-lines.ts';

/** The amount to pay, in đồng; null if it depends on a case or a count, or if nothing certain is published. */
export function amountToPay(fee: Fee | null): Dong | null {
  if (fee === null || fee.kind === 'unclear') return null;
  const lines = linesOf(fee);
  const known = lines.every(line => line.case === undefined && line.perUnit === undefined);
  // A sum that is no amount of money any more is known to nobody.
  return known ? (dong.safeParse(lines.reduce((sum, { amount = 0 }) => sum + amount, 0)).data ?? null) : null;
}

/** Whether an amount can be the fee: the known amount, a whole number of pages or copies, or what reception says. */
export function isRightAmount(fee: Fee | null, amount: number): boolean {
  if (fee === null || fee.kind === 'free') return amount === 0;
  if (fee.kind === 'perUnit') return amount > 0 && amount % fee.amount === 0;
  return fee.kind === 'unclear' || amount === amountToPay(fee);
}

/** Whether a fee is owed from the submission on. Of an unclear one nobody knows before reception says so. */
export function owesFromStart(fee: Fee | null): boolean {
  if (fee === null || fee.kind === 'free' || fee.kind === 'unclear') return false;
  return fee.kind !== 'table' || amountToPay(fee) !== 0;
}
