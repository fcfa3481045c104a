import type { Transfer, TransferKind } from '../../../../schemas/money/transfer.ts';
import { parseInstant } from '../../vietnam-time.ts';

/** What was asked for, and what of it has an end. */
const ENDS: Partial<Record<TransferKind, 'requested' | 'refundAsked'>> = {
  requestEnded: 'requested',
  refundRefused: 'refundAsked',
  refundApproved: 'refundAsked',
};

export type Pending = Transfer & { readonly kind: 'requested' | 'refundAsked' };

const isRequest = (transfer: Transfer): transfer is Pending => transfer.phase === 'pending';

/** What these transfers ask for and do not end: payments asked for and not paid, refunds asked for and not decided. */
export function pendingOf(transfers: readonly Transfer[]): Pending[] {
  const once = [...new Map(transfers.map(each => [each.id, each])).values()];
  const open: Pending[] = [];
  for (const transfer of once.toSorted(inOrder)) {
    if (isRequest(transfer)) open.push(transfer);
    const ended = ENDS[transfer.kind];
    if (ended === undefined) continue;
    const place = open.findIndex(
      ({ kind, dossier, to, amount }) =>
        kind === ended && dossier === transfer.dossier && to === transfer.to && amount === transfer.amount,
    );
    if (place >= 0) open.splice(place, 1);
  }
  return open;
}

/** By time; of one instant, by the entry of the ledger, whose number is in the id. */
function inOrder(a: Transfer, b: Transfer): number {
  return parseInstant(a.at) - parseInstant(b.at) || entryOf(a) - entryOf(b) || (a.id < b.id ? -1 : 1);
}

const entryOf = ({ id }: Transfer): number => Number(id.split('/')[1] ?? 0);
