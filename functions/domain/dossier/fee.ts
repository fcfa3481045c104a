import type { Fee } from '../../../schemas/catalogue/procedure.ts';
import { type Dong, toDong } from '../../../schemas/money/dong.ts';

/** The amount to pay, in đồng; null if it depends on a count made at the counter, or if nothing is published. */
export function amountToPay(fee: Fee | null): Dong | null {
  if (fee === null) return null;
  switch (fee.kind) {
    case 'free':
      return toDong(0);
    case 'flat':
      return fee.amount;
    case 'perUnit':
      return null;
  }
}

/** Whether an amount can be the fee: the flat amount, or a whole number of pages or copies. */
export function isRightAmount(fee: Fee | null, amount: number): boolean {
  if (fee === null || fee.kind === 'free') return amount === 0;
  return fee.kind === 'flat' ? amount === fee.amount : amount > 0 && amount % fee.amount === 0;
}
