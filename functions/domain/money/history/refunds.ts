import type { ShownRefund } from '../../../../schemas/api/shown-money.ts';
import type { LedgerEvent } from '../../../../schemas/dossier/event.ts';

/** The refunds of a ledger, oldest first, each as it stands. */
export function refundsOf(ledger: readonly LedgerEvent[]): ShownRefund[] {
  const refunds = new Map<string, ShownRefund>();
  for (const event of ledger) {
    if (event.data.type === 'refundRequested') {
      refunds.set(event.data.refund, askedFor(event.at, event.data));
      continue;
    }
    if (event.data.type !== 'refundDecided' && event.data.type !== 'refundPaid') continue;
    const refund = refunds.get(event.data.refund);
    if (refund) refunds.set(refund.id, { ...refund, ...afterwards(event.at, event.data) });
  }
  return [...refunds.values()];
}

type DataOf<T> = Extract<LedgerEvent['data'], { type: T }>;

const askedFor = (
  askedAt: string,
  { refund: id, amount, of, reason }: DataOf<'refundRequested'>,
): ShownRefund => ({
  id,
  amount,
  of,
  reason,
  state: 'asked',
  askedAt,
  decidedAt: null,
  decisionReason: null,
  paidAt: null,
  means: null,
  document: null,
});

function afterwards(at: string, data: DataOf<'refundDecided' | 'refundPaid'>): Partial<ShownRefund> {
  if (data.type === 'refundPaid')
    return { state: 'paid', paidAt: at, means: data.means, document: data.document };
  return {
    state: data.approved ? 'approved' : 'refused',
    decidedAt: at,
    decisionReason: data.reason,
  };
}
