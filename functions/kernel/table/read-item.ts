import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { fetchItems } from './fetch-items.ts';
import type { ItemKey } from './item-key.ts';
import { takeAhead } from './request-reads.ts';
import type { Table } from './table.ts';

export type Item = Record<string, unknown>;
type Find = (key: ItemKey) => Item | undefined;

interface Gathering {
  readonly keys: ItemKey[];
  readonly found: Promise<Find>;
}

const gatherings = new WeakMap<Table, Gathering>();

/**
 * Reads an item by key, consistently. Reads requested in the same turn of the event loop travel as one request, each
 * item once, because a request costs more than what it reads: request everything needed before awaiting any of it.
 */
export function readItem(table: Table, key: ItemKey): Promise<Item | undefined> {
  return takeAhead(table, key) ?? gathered(table, key);
}

/** Reads an item, ignoring anything read ahead. */
export async function gathered(table: Table, key: ItemKey): Promise<Item | undefined> {
  const under = gatherings.get(table) ?? gather(table);
  under.keys.push(key);
  return (await under.found)(key);
}

function gather(table: Table): Gathering {
  const keys: ItemKey[] = [];
  // After everything that continues without I/O, and before any new input arrives.
  const turn = new Promise<void>(resolve => setImmediate(resolve));
  const found = turn.then(() => {
    gatherings.delete(table);
    return keys.length === 1 && keys[0] ? readOne(table, keys[0]) : fetchItems(table, keys);
  });
  const gathering = { keys, found };
  gatherings.set(table, gathering);
  return gathering;
}

async function readOne(table: Table, key: ItemKey): Promise<Find> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { ...key }, ConsistentRead: true }),
  );
  return () => Item;
}
