import type { CollectingBody, FeeReceipt } from '../../../../schemas/money/receipt.ts';
import { dateOf, parseInstant } from '../../vietnam-time.ts';
import { receiptsLawOn } from './receipts-law.ts';
import type { Fault } from './refusal.ts';

/** What is known of a receipt before it is made; what is not known yet is null or left out. */
export type ReceiptDraft = {
  readonly [Member in Exclude<keyof FeeReceipt, 'body'>]?: FeeReceipt[Member] | null | undefined;
} & {
  readonly body?: { readonly [Member in keyof CollectingBody]?: CollectingBody[Member] | null } | null;
};

/** What the law demands, in its order, and whether a draft has it. */
const DEMANDED = {
  form: draft => isGiven(draft.form),
  serial: draft => isGiven(draft.serial),
  number: draft => isGiven(draft.number),
  bodyName: draft => isGiven(draft.body?.name),
  bodyTaxCode: draft => isGiven(draft.body?.taxCode),
  lines: draft => (draft.lines ?? []).length > 0 && (draft.lines ?? []).every(({ name }) => isGiven(name)),
  total: draft => isGiven(draft.total),
  collectedAt: draft => isGiven(draft.collectedAt),
} as const satisfies Readonly<Record<string, (draft: ReceiptDraft) => boolean>>;

/**
 * What is missing of the content that a receipt must have (NĐ 254/2026/NĐ-CP Điều 23 khoản 2), each item named. The
 * name of the receipt, the amount in words and the currency are written with every receipt; the signature comes last.
 *
 * @param today `YYYY-MM-DD`, for the law in force where the day of collection is what is missing.
 */
export function missingContent(draft: ReceiptDraft, today: string): Fault[] {
  const date = isGiven(draft.collectedAt) ? dateOf(parseInstant(draft.collectedAt)) : today;
  const { content } = receiptsLawOn(date);
  return (Object.keys(DEMANDED) as (keyof typeof DEMANDED)[])
    .filter(item => !DEMANDED[item](draft))
    .map(item => ({
      code: 'content-missing',
      words: { vi: `biên lai thiếu ${content[item].vi}`, en: `the receipt lacks: ${content[item].en}` },
    }));
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined && (typeof value !== 'string' || value.trim() !== '');
}
