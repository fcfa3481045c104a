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
 * The writes of receipts, in the transaction of the entries that say they are made; their numbers are taken there, too.
 * What a provider numbered must not take the place of another receipt: its numbers are not ours to keep apart.
 */
export const receiptWrites = (receipts: readonly KeptReceipt[]): ItemWrite<'version'>[] =>
  receipts.map(receipt => {
    const { key, item } = receiptItemOf(receipt);
    const write = { refusal: 'version', key, change: { put: item } } as const;
    return receipt.provider ? { ...write, when: { exists: false } } : write;
  });

/** The numbers that receipts take with their entries: each the next of its body, form and serial. */
export function takenNumbers(
  events: readonly LedgerEvent[],
): { readonly key: ItemKey; readonly count: number }[] {
  return events.flatMap(({ data }) =>
    data.type === 'receiptIssued' && !data.provider
      ? [{ key: moneyKeys.receiptNumber(data.taxCode, data.form, data.serial), count: data.number }]
      : [],
  );
}

/** Serials that are a provider's from its first receipt on: nothing is numbered in them here any more. */
export const providerSerials = (events: readonly LedgerEvent[]): ItemWrite<'number'>[] =>
  events.flatMap(({ data }) => {
    if (data.type !== 'receiptIssued' || !data.provider) return [];
    const provider = data.provider.name;
    return [
      {
        refusal: 'number',
        key: moneyKeys.receiptNumber(data.taxCode, data.form, data.serial),
        change: { put: { provider } },
        when: { freeFor: { provider }, without: ['count'] },
      },
    ];
  });
