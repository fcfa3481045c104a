import type { Fee } from '../../../schemas/catalogue/fee.ts';
import type { Words } from '../../../schemas/words.ts';

/** What the source of a fee leaves unclear: with it, the fee is not paid online. Undefined if it is clear. */
export function unclearOf(fee: Fee | null): Words | undefined {
  return fee === null || fee.kind === 'free' ? undefined : fee.unclear;
}
