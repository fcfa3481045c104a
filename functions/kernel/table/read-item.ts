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
 * Reads an item by its key, consistently. What is asked for in the same turn of the event loop travels as one request, each item once, for
 * a request costs more than what it reads: so ask for all that is needed before waiting for any of it.
 */
export function readItem(table: Table, key: ItemKey): Promise<Item | undefined> {
  return takeAhead(table, key) ?? gathered(table, key);
}

/** Reads an item whatever was read ahead of it. */
export async function gathered(table: Table, key: ItemKey): Promise<Item | undefined> {
  const under = gatherings.get(table) ?? gather(table);
  under.keys.push(key);
  return (await under.found)(key);
}

function gather(table: Table): Gathering {
  const keys: ItemKey[] = [];
  // After all that goes on without waiting for the world, and before anything comes in from it.
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
