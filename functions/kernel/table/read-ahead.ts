import type { ItemKey } from './item-key.ts';
import { gathered } from './read-item.ts';
import { keepAhead } from './request-reads.ts';
import type { Table } from './table.ts';

/**
 * Starts the reads that a request is going to need, all in one request to the table. The first reader of such an item
 * gets the result of this read. Only for items that are read before they are written.
 */
export function readAhead(table: Table, keys: readonly ItemKey[]): void {
  for (const key of keys) keepAhead(table, key, () => gathered(table, key));
}
