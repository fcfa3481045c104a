import { payCodeOf } from '../money/pay-code.ts';
import { collectorOf } from '../organization/collector-of.ts';
import type { FormDocument } from './form-document.ts';
import type { Writing } from './frame.ts';
import { filled } from './texts.ts';

/** How what is owed is paid: in words for whoever types, and as a code in which nothing is left to type. */
export interface PrintedPayCode {
  readonly way: string;
  readonly code: NonNullable<FormDocument['payCode']>;
}

/** What stands on the paper that people take home; undefined where nothing can be paid by transfer. */
export function payCode({ head, units, texts }: Writing): PrintedPayCode | undefined {
  const found = payCodeOf(head, collectorOf(units, head.competentUnit));
  if (!found) return undefined;
  const { way, caption, alt } = texts.receipt.payCode;
  const { text, bankName: bank, account, purpose } = found;
  return { way: filled(way, { bank, account, purpose }), code: { text, caption, alt } };
}
