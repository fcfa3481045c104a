import { type Dong, dong } from '../../../../schemas/money/dong.ts';

/**
 * An amount as the payment platform says it: digits and nothing else, as a number or as text. Undefined for decimals,
 * signs, exponents, blanks, and more than any payment may be.
 */
export function readAmount(told: unknown): Dong | undefined {
  const text = typeof told === 'number' ? String(told) : told;
  if (typeof text !== 'string' || !/^(0|[1-9]\d{0,12})$/.test(text)) return undefined;
  const read = dong.safeParse(Number(text));
  return read.success ? read.data : undefined;
}
