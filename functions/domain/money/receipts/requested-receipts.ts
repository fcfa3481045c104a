import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';

type Requested = Extract<EventData, { type: 'receiptRequested' }>;

/** A receipt that a provider was asked for. */
export interface RequestedReceipt extends Omit<Requested, 'type' | 'owed'> {
  /** `refused`: the provider said no, and asks for an officer. */
  readonly state: 'requested' | 'refused';
  /** The provider's code, where it refused. */
  readonly code: string | null;
}

/** What was asked for at providers, by the number of the entry that a receipt is owed for. */
export function requestedBy(ledger: readonly LedgerEvent[]): ReadonlyMap<number, RequestedReceipt> {
  const requests = new Map<string, RequestedReceipt & { readonly owed: number }>();
  const change = (request: string, to: Pick<RequestedReceipt, 'state' | 'code'>) => {
    const before = requests.get(request);
    if (before) requests.set(request, { ...before, ...to });
  };
  for (const { data } of ledger) {
    if (data.type === 'receiptRequested') {
      const { type: _, ...request } = data;
      requests.set(data.request, { ...request, state: 'requested', code: null });
    }
    if (data.type === 'receiptRefused') change(data.request, { state: 'refused', code: data.code });
    if (data.type === 'receiptRetried') change(data.request, { state: 'requested', code: null });
  }
  return new Map([...requests.values()].map(({ owed, ...request }) => [owed, request]));
}
