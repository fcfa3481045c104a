import type { ReceiptProviderName } from '../../../schemas/money/receipt-provider.ts';
import { storedSerial } from '../../../schemas/stored/number.ts';
import {
  type KeptReceipt,
  receiptItem,
  receiptSummaryItem,
  type StoredReceiptSummary,
} from '../../../schemas/stored/receipt.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { moneyKeys } from '../keys/money-keys.ts';

/** Where a summary belongs. */
export interface SummaryPlace {
  readonly taxCode: string;
  readonly unit: string;
  readonly day: string;
}

/** The receipts of collecting bodies, beside the ledgers that they follow from. */
export interface ReceiptStore {
  /** The last number that was given of a form and serial; 0 before the first. */
  numbered(taxCode: string, form: string, serial: string): Promise<number>;
  /** The provider that numbers a serial; null where none does. */
  providerOf(taxCode: string, form: string, serial: string): Promise<ReceiptProviderName | null>;
  /** All receipts of a body and day, by number. */
  ofDay(taxCode: string, day: string): Promise<readonly KeptReceipt[]>;
  summary(place: SummaryPlace): Promise<StoredReceiptSummary | undefined>;
  /** Keeps a summary, unless another run has made it in the meantime. */
  keepSummary(place: SummaryPlace, summary: StoredReceiptSummary): Promise<boolean>;
}

export function receiptStore(items: Items): ReceiptStore {
  const summaryKey = ({ taxCode, day, unit }: SummaryPlace) => moneyKeys.receiptSummary(taxCode, day, unit);
  const serial = async (...of: Parameters<typeof moneyKeys.receiptNumber>) =>
    storedSerial.parse(await items.get(moneyKeys.receiptNumber(...of)));
  return {
    async numbered(...of) {
      return (await serial(...of)).count;
    },
    async providerOf(...of) {
      return (await serial(...of)).provider;
    },
    async ofDay(taxCode, day) {
      const found: KeptReceipt[] = [];
      for (let low = LOWEST; ; ) {
        const page = await items.query({
          partition: moneyKeys.receipt(taxCode, day, '').pk,
          low,
          high: HIGHEST,
          consistent: true,
        });
        found.push(
          ...page.items.map(({ key, item }) => parseStored(receiptItem.shape.receipt, item['receipt'], key)),
        );
        const last = page.items.at(-1);
        if (!page.more || !last) return found;
        low = `${last.key.sk}${LOWEST}`;
      }
    },
    async summary(place) {
      const key = summaryKey(place);
      const item = await items.get(key);
      return item && parseStored(receiptSummaryItem, item, key);
    },
    async keepSummary(place, summary) {
      const { version } = summary;
      const made = await items.transact([
        {
          refusal: 'overtaken',
          key: summaryKey(place),
          change: { put: summary },
          when: version === 1 ? { exists: false } : { equals: { version: version - 1 } },
        },
      ]);
      return made.done;
    },
  };
}
