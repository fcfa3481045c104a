import * as z from 'zod';

/**
 * An amount of money in whole đồng. The brand makes a plain number, which might have decimals, a type error wherever
 * money is asked for: amounts come from this schema or from `toDong()`.
 */
export const dong = z
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .brand<'Dong'>()
  .meta({ id: 'Dong', description: 'Amount in whole đồng' });
export type Dong = z.infer<typeof dong>;

/** An amount as money. @throws RangeError for decimals, negative amounts and more than a thousand billion. */
export function toDong(amount: number): Dong {
  const read = dong.safeParse(amount);
  if (!read.success) throw new RangeError(`${amount} is no amount in whole đồng`);
  return read.data;
}
