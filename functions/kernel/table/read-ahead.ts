import type { ItemKey } from './item-key.ts';
import { gathered } from './read-item.ts';
import { keepAhead } from './request-reads.ts';
import type { Table } from './table.ts';

/**
 * Begins to read what a request is going to read, all in one request to the table. The first to ask for such an item gets what was read
 * here: as it was when the request came in, as with any read of it. Only for items that are read before they are written.
 */
export function readAhead(table: Table, keys: readonly ItemKey[]): void {
  for (const key of keys) keepAhead(table, key, () => gathered(table, key));
}
