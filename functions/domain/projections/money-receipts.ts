import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { KeptReceipt } from '../../../schemas/stored/receipt.ts';

/** The receipts that entries of a ledger say are made, as they are kept with their collecting body and day. */
export function moneyReceipts(events: readonly LedgerEvent[]): KeptReceipt[] {
  return events.flatMap(({ dossier, at, data }) => {
    if (data.type !== 'receiptIssued') return [];
    const { type: _, ...receipt } = data;
    return [{ ...receipt, dossier, issuedAt: at }];
  });
}
