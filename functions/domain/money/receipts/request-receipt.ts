import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { CollectingBody } from '../../../../schemas/money/receipt.ts';
import type { ReceiptProviderName } from '../../../../schemas/money/receipt-provider.ts';
import type { NewEvent } from '../../dossier/context.ts';
import { nothingHere } from '../../rights/judge.ts';
import { sha256Of } from '../../sha256.ts';
import { type OwedReceipt, receiptsOf } from './receipts-of.ts';

/**
 * The key by which a provider knows a receipt: a UUID of version 8 (RFC 9562), drawn from the dossier and the entry
 * that the receipt is owed for. Whoever computes it anew asks about the same receipt.
 */
export function requestIdOf(dossier: string, seq: number): string {
  const digest = sha256Of(`receipt ${dossier} ${seq}`);
  const variant = (8 + (Number.parseInt(digest.charAt(16), 16) % 4)).toString(16);
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
  ];
  return [...parts, digest.slice(20, 32)].join('-');
}

/** Enters that a provider is asked for a receipt. */
export function requestReceipt(
  dossier: string,
  { seq }: Pick<OwedReceipt, 'seq'>,
  { unit, taxCode }: Pick<CollectingBody, 'unit' | 'taxCode'>,
  from: { readonly provider: ReceiptProviderName; readonly reports: boolean },
): Extract<EventData, { type: 'receiptRequested' }> {
  return { type: 'receiptRequested', request: requestIdOf(dossier, seq), ...from, unit, taxCode, owed: seq };
}

/** A receipt that is still owed, by the request for it. */
export const owedBy = (ledger: readonly LedgerEvent[], request: string): OwedReceipt | undefined =>
  receiptsOf(ledger).owed.find(each => each.request?.request === request);

/** Asks a provider anew that refused: an officer says that what was wrong is put right. */
export function retryReceipt(ledger: readonly LedgerEvent[], request: string): NewEvent {
  if (!ledger.some(({ data }) => data.type === 'receiptRequested' && data.request === request))
    throw nothingHere();
  if (owedBy(ledger, request)?.request?.state !== 'refused')
    throw new ProblemError('state-conflict', {
      vi: 'Chỉ gửi lại được yêu cầu lập biên lai mà nhà cung cấp đã từ chối.',
      en: 'Only a receipt that the provider refused can be asked for again.',
    });
  return { data: { type: 'receiptRetried', request }, opens: [], closes: [] };
}
