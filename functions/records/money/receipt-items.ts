import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { KeptReceipt } from '../../../schemas/stored/receipt.ts';
import type { ItemKey } from '../../kernel/table/item-key.ts';
import type { Attributes, ItemWrite } from '../../kernel/table/item-write.ts';
import { moneyKeys } from '../keys/money-keys.ts';

/** The item of a receipt among those of its body and day. */
export const receiptItemOf = (
  receipt: KeptReceipt,
): { readonly key: ItemKey; readonly item: Attributes } => ({
  key: moneyKeys.receipt(receipt.taxCode, receipt.date, receipt.receipt),
  item: { receipt },
});

/**
 * The writes of receipts, in the transaction of the entries that say they are made; their numbers are taken there,
 * too.
 */
export const receiptWrites = (receipts: readonly KeptReceipt[]): ItemWrite<'version'>[] =>
  receipts.map(receiptItemOf).map(({ key, item }) => ({ refusal: 'version', key, change: { put: item } }));

/** The numbers that receipts take with their entries: each the next of its body, form and serial. */
export function takenNumbers(
  events: readonly LedgerEvent[],
): { readonly key: ItemKey; readonly count: number }[] {
  return events.flatMap(({ data }) =>
    data.type === 'receiptIssued'
      ? [{ key: moneyKeys.receiptNumber(data.taxCode, data.form, data.serial), count: data.number }]
      : [],
  );
}
