import type { StoredPayment, StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { moneyKeys, paymentList } from '../keys/money-keys.ts';

type Write = ItemWrite<'version'>;

/** Keeps money that came in, once: by the gateway's name for it. */
export function newPayment(payment: StoredPayment): Write {
  const { gateway, transaction, state, paidAt } = payment;
  const list = state === 'unassigned' ? 'UNASSIGNED' : 'UNSETTLED';
  return {
    refusal: 'version',
    key: moneyKeys.payment(gateway, transaction),
    change: { put: { ...payment, ...paymentList.place(list, paidAt, `${gateway}/${transaction}`) } },
    when: { exists: false },
  };
}

/** In the list of what was told of on a day, by which the nightly comparison finds it. */
export function toldPayment({ gateway, transaction, toldAt }: StoredPayment): Write {
  const day = dateOf(parseInstant(toldAt));
  return {
    refusal: 'version',
    key: moneyKeys.told(day, toldAt, `${gateway}/${transaction}`),
    change: { put: { gateway, transaction } },
  };
}

/** Money of nobody is a dossier's now, in the accounts of its unit, and waits to be settled like any other. */
export function assignedPayment(
  { gateway, transaction, paidAt }: StoredPayment,
  to: { readonly dossier: string; readonly unit: string },
  assigned: NonNullable<StoredPayment['assigned']>,
): Write {
  const place = paymentList.place('UNSETTLED', paidAt, `${gateway}/${transaction}`);
  return {
    refusal: 'version',
    key: moneyKeys.payment(gateway, transaction),
    change: { set: { state: 'confirmed', ...to, assigned, ...place }, drop: ['purpose'] },
    when: { equals: { state: 'unassigned' } },
  };
}

/** The treasury's statement shows the money: nobody waits for it any more. */
export function settledPayment(
  { gateway, transaction }: StoredPayment,
  by: { readonly settledOn: string; readonly statement: string },
): Write {
  return {
    refusal: 'version',
    key: moneyKeys.payment(gateway, transaction),
    change: { set: { state: 'settled', ...by }, drop: ['wakePk', 'wakeSk'] },
    when: { equals: { state: 'confirmed' } },
  };
}

/** Keeps a request for payment, which is asked about from an instant on. */
export function newRequest(request: StoredPaymentRequest, askAt: string): Write {
  return {
    refusal: 'version',
    key: moneyKeys.request(request.reference),
    change: { put: { ...request, ...paymentList.place('ASK', askAt, request.reference) } },
    when: { exists: false },
  };
}

/** What the platform answered to a request that was opened. */
export function requestOpened(reference: string, payAt: string): Write {
  return {
    refusal: 'version',
    key: moneyKeys.request(reference),
    change: { set: { payAt } },
    when: { exists: true },
  };
}

/** The request was paid: nobody asks about it any more. */
export function requestPaid(reference: string): Write {
  return {
    refusal: 'version',
    key: moneyKeys.request(reference),
    change: { set: { state: 'paid' }, drop: ['wakePk', 'wakeSk'] },
    when: { exists: true },
  };
}

/**
 * It was asked about and not paid: when it is asked about again; null for never. One that was paid meanwhile stays
 * paid.
 */
export function requestAsked(
  { reference, asks, state: was }: StoredPaymentRequest,
  state: 'open' | 'ended',
  nextAt: string | null,
): Write {
  const set = { state, asks: asks + 1 };
  return {
    refusal: 'version',
    key: moneyKeys.request(reference),
    change:
      nextAt === null
        ? { set, drop: ['wakePk', 'wakeSk'] }
        : { set: { ...set, ...paymentList.place('ASK', nextAt, reference) } },
    when: { equals: { asks, state: was } },
  };
}
