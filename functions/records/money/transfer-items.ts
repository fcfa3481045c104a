import type { Transfer } from '../../../schemas/money/transfer.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { ItemKey } from '../../kernel/table/item-key.ts';
import type { Attributes, ItemWrite } from '../../kernel/table/item-write.ts';
import { moneyKeys } from '../keys/money-keys.ts';

/** The two items of a transfer: it is kept with each of its accounts, whole. */
export function transferItems(transfer: Transfer): { readonly key: ItemKey; readonly item: Attributes }[] {
  const day = dateOf(parseInstant(transfer.at));
  return [transfer.from, transfer.to].map(account => ({
    key: moneyKeys.transfer(account, day, transfer.id),
    item: { transfer },
  }));
}

/** The writes of transfers, in the same transaction as what they follow from. */
export function transferWrites(transfers: readonly Transfer[]): ItemWrite<'version'>[] {
  return transfers
    .flatMap(transferItems)
    .map(({ key, item }) => ({ refusal: 'version', key, change: { put: item } }));
}
