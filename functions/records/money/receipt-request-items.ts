import type { StoredReceiptRequest } from '../../../schemas/stored/receipt-request.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { moneyKeys, paymentList } from '../keys/money-keys.ts';

type Write = ItemWrite<'version'>;
type Named = Pick<StoredReceiptRequest, 'request' | 'asks'>;

/** Keeps a request that is entered in the ledger: whoever comes first may take it up. */
export const newReceiptRequest = (
  request: Omit<StoredReceiptRequest, 'state' | 'code' | 'asks' | 'wakePk' | 'wakeSk'>,
): Write => ({
  refusal: 'version',
  key: moneyKeys.receiptRequest(request.request),
  change: {
    put: {
      ...request,
      state: 'requested',
      code: null,
      asks: 0,
      ...paymentList.place('RECEIPT', request.requestedAt, request.request),
    },
  },
  when: { exists: false },
});

/** Takes a request up: nobody else does so until an instant. */
export const requestTakenUp = ({ request, asks }: Named, until: Instant): Write => ({
  refusal: 'version',
  key: moneyKeys.receiptRequest(request),
  change: { set: { asks: asks + 1, ...paymentList.place('RECEIPT', toRfc3339(until), request) } },
  when: { equals: { asks } },
});

/** Nothing came of it yet: when it is asked about again. */
export const requestWaits = (
  { request, asks }: Named,
  how: Pick<StoredReceiptRequest, 'state' | 'code'>,
  nextAt: Instant,
): Write => ({
  refusal: 'version',
  key: moneyKeys.receiptRequest(request),
  change: { set: { ...how, ...paymentList.place('RECEIPT', toRfc3339(nextAt), request) } },
  when: { equals: { asks } },
});

/** It was issued, or refused: nobody asks about it any more. */
export const requestEnded = (request: string, state: 'issued' | 'refused', code: string | null): Write => ({
  refusal: 'version',
  key: moneyKeys.receiptRequest(request),
  change: { set: { state, code }, drop: ['wakePk', 'wakeSk'] },
  when: { exists: true },
});

/** An officer wants it asked for again: at once, and after the provider was asked about it. */
export const requestRetried = (request: string, at: string): Write => ({
  refusal: 'version',
  key: moneyKeys.receiptRequest(request),
  change: { set: { state: 'requested', code: null, ...paymentList.place('RECEIPT', at, request) } },
  when: { exists: true },
});
