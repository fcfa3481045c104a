import type { NoticeFault } from '../../../schemas/money/refused-notice.ts';
import {
  type StoredPayment,
  type StoredPaymentRequest,
  storedPayment,
  storedPaymentRequest,
  storedTold,
} from '../../../schemas/stored/payment.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { dueKeys, fetchParsed } from '../../kernel/table/due-items.ts';
import { HIGHEST, type ItemKey, LOWEST, sortable } from '../../kernel/table/item-key.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseItem, parseStored } from '../../kernel/table/parse-stored.ts';
import { moneyKeys, type PaymentList, paymentList } from '../keys/money-keys.ts';
import { daysBetween } from './days-between.ts';
import { readWhole } from './read-whole.ts';

/** Money that gateways told of, and what they were asked for. */
export interface PaymentStore {
  payment(gateway: string, transaction: string): Promise<StoredPayment | undefined>;
  request(reference: string): Promise<StoredPaymentRequest | undefined>;
  /** Requests that are to be asked about by an instant, the longest due first. */
  toAsk(until: Instant, limit: number): Promise<StoredPaymentRequest[]>;
  /** Payments in a list, the oldest first. */
  listed(list: Exclude<PaymentList, 'ASK'>, limit: number): Promise<StoredPayment[]>;
  /** All payments in a list, up to a number of them, in no order. */
  all(list: Exclude<PaymentList, 'ASK'>, most: number): Promise<StoredPayment[]>;
  /** Payments that were told of after an instant, and until another. */
  toldBetween(after: Instant, until: Instant): Promise<StoredPayment[]>;
  /** Payments by name; those that there are. */
  named(names: readonly Pick<StoredPayment, 'gateway' | 'transaction'>[]): Promise<StoredPayment[]>;
  /** Makes writes beside no dossier; false where another change came first. */
  write(writes: readonly ItemWrite<'version'>[]): Promise<boolean>;
  /** Counts a notice that was not believed. */
  count(gateway: string, day: string, fault: NoticeFault): Promise<void>;
}

/** Payments in the table, or in memory. */
export function keptPayments(items: Items): PaymentStore {
  const due = (list: PaymentList, limit: number, until?: string) =>
    dueKeys(items, { partitions: paymentList.partitions(list), until, limit });
  const fetched = (keys: readonly ItemKey[]) => fetchParsed(items, keys, storedPayment);

  return {
    async payment(gateway, transaction) {
      const key = moneyKeys.payment(gateway, transaction);
      const item = await items.get(key);
      return item && parseItem(storedPayment, item, key);
    },
    async request(reference) {
      const key = moneyKeys.request(reference);
      const item = await items.get(key);
      return item && parseItem(storedPaymentRequest, item, key);
    },
    async toAsk(until, limit) {
      const keys = await due('ASK', limit, toRfc3339(until));
      const requests = await fetchParsed(items, keys, storedPaymentRequest);
      // The index was read first: what was paid since is asked about no more.
      return requests.filter(({ state }) => state !== 'paid');
    },
    async listed(list, limit) {
      return fetched(await due(list, limit));
    },
    async all(list, most) {
      const range = { index: 'wake', low: LOWEST, high: HIGHEST, attributes: [] };
      const found = await Promise.all(
        paymentList
          .partitions(list)
          .map(partition =>
            readWhole(items, { ...range, partition }, most, ({ item }) => String(item['wakeSk'])),
          ),
      );
      return fetched(
        found
          .flat()
          .map(({ key }) => key)
          .slice(0, most),
      );
    },
    async toldBetween(after, until) {
      const days = daysBetween(after, until).flatMap(moneyKeys.toldOn);
      const range = { low: sortable(toRfc3339(after + 1)), high: `${sortable(toRfc3339(until))}${HIGHEST}` };
      const found = await Promise.all(
        days.map(partition => readWhole(items, { ...range, partition, consistent: true }, 1_000_000)),
      );
      const told = found.flat().map(({ key, item }) => parseStored(storedTold, item, key));
      return fetched(told.map(keyOf));
    },
    named: names => fetched(names.map(keyOf)),
    async write(writes) {
      return (await items.transact(writes)).done;
    },
    async count(gateway, day, fault) {
      const key = moneyKeys.notices(gateway, day);
      await items.writeAlone({ refusal: 'none', key, change: { add: { [fault]: 1 } } });
    },
  };
}

const keyOf = ({ gateway, transaction }: Pick<StoredPayment, 'gateway' | 'transaction'>) =>
  moneyKeys.payment(gateway, transaction);
