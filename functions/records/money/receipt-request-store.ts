import { type StoredReceiptRequest, storedReceiptRequest } from '../../../schemas/stored/receipt-request.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { dueKeys, fetchParsed } from '../../kernel/table/due-items.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import { moneyKeys, paymentList } from '../keys/money-keys.ts';

/** Receipts that providers were asked for. */
export interface ReceiptRequestStore {
  find(request: string): Promise<StoredReceiptRequest | undefined>;
  /** Those that are to be asked about by an instant, the longest waiting first. */
  due(until: Instant, limit: number): Promise<readonly StoredReceiptRequest[]>;
  /** Makes a change; false where somebody else was quicker. */
  write(write: ItemWrite<'version'>): Promise<boolean>;
}

/** When a request is to be asked about; undefined where it is at an end. */
export const dueAt = ({ wakeSk }: Pick<StoredReceiptRequest, 'wakeSk'>): Instant | undefined =>
  wakeSk === undefined ? undefined : Date.parse(wakeSk.split('#')[0] ?? '');

export function receiptRequestStore(items: Items): ReceiptRequestStore {
  const find: ReceiptRequestStore['find'] = async request => {
    const key = moneyKeys.receiptRequest(request);
    const item = await items.get(key);
    return item && parseItem(storedReceiptRequest, item, key);
  };
  return {
    find,
    async due(until, limit) {
      const list = { partitions: paymentList.partitions('RECEIPT'), until: toRfc3339(until), limit };
      return fetchParsed(items, await dueKeys(items, list), storedReceiptRequest);
    },
    async write(write) {
      return (await items.transact([write])).done;
    },
  };
}
