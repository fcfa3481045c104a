import { type StoredReceiptRequest, storedReceiptRequest } from '../../../schemas/stored/receipt-request.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { HIGHEST, LOWEST, sortable } from '../../kernel/table/item-key.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import { moneyKeys, PAYMENT_SHARDS, paymentList } from '../keys/money-keys.ts';

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
      const high = `${sortable(toRfc3339(until))}${HIGHEST}`;
      const pages = await Promise.all(
        Array.from({ length: PAYMENT_SHARDS }, (_, shard) =>
          items.query({
            index: 'wake',
            partition: paymentList.partition('RECEIPT', shard),
            low: LOWEST,
            high,
            limit,
            attributes: [],
          }),
        ),
      );
      const keys = pages
        .flatMap(page => page.items)
        .toSorted((a, b) => String(a.item['wakeSk']).localeCompare(String(b.item['wakeSk'])))
        .slice(0, limit)
        .map(({ key }) => key);
      const found = await items.fetch(keys);
      return keys.flatMap(key => {
        const item = found(key);
        return item ? [parseItem(storedReceiptRequest, item, key)] : [];
      });
    },
    async write(write) {
      return (await items.transact([write])).done;
    },
  };
}
