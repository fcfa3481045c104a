import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Transfer } from '../../../schemas/money/transfer.ts';
import { applyEvent } from '../dossier/head.ts';
import { transfersOf } from '../money/transfers/transfers-of.ts';

/**
 * The transfers of money that entries of a ledger make, oldest first; `before` is the head before the first of them.
 */
export function moneyTransfers(before: DossierHead | undefined, events: readonly LedgerEvent[]): Transfer[] {
  const transfers: Transfer[] = [];
  let head = before;
  for (const event of events) {
    const after = applyEvent(head, event);
    transfers.push(...transfersOf(head, event, after));
    head = after;
  }
  return transfers;
}
