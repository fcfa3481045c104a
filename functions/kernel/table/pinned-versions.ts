import type * as z from 'zod';
import { versionInForce } from '../../../schemas/stored/version-in-force.ts';
import type { ItemKey } from './item-key.ts';
import { parseStored } from './parse-stored.ts';
import { readItem } from './read-item.ts';
import { forgetRead, onceARequest } from './request-reads.ts';
import type { Table } from './table.ts';
import { type NamedWrite, transact } from './transact.ts';

/** A large record in immutable versions, which nearly every request needs. */
export interface PinnedVersions<V extends { version: number }> {
  current(): Promise<V | undefined>;
  version(version: number): Promise<V | undefined>;
  /** Adds the next version, unless someone else did in the meantime. `also` goes into the same transaction. */
  add(value: V, also?: readonly NamedWrite[]): Promise<'added' | 'conflict'>;
}

/**
 * Versions in the table, with a small item that names the one in force. Parsed versions stay in memory for the life
 * of the instance; only the small item is read from the table, once per request.
 */
export function pinnedVersions<S extends z.ZodType<{ version: number }>>(options: {
  table: Table;
  schema: S;
  current: ItemKey;
  versionKey: (version: number) => ItemKey;
}): PinnedVersions<z.infer<S>> {
  const { table, schema, current, versionKey } = options;
  const remembered = new Map<number, z.infer<S>>();
  async function versionOf(version: number): Promise<z.infer<S> | undefined> {
    const known = remembered.get(version);
    if (known) return known;
    const item = await readItem(table, versionKey(version));
    const found = item && parseStored(schema, item['record'], versionKey(version));
    if (found) remembered.set(version, found);
    return found;
  }

  return {
    version: versionOf,
    async current() {
      const item = await onceARequest(table, current, () => readItem(table, current));
      return item && versionOf(parseStored(versionInForce, item, current).version);
    },
    async add(value, also = []) {
      forgetRead(table, current);
      const first = value.version === 1;
      const outcome = await transact(table, [
        {
          name: 'conflict',
          write: {
            Put: {
              TableName: table.name,
              Item: { ...current, version: value.version },
              ConditionExpression: first ? 'attribute_not_exists(pk)' : '#version = :before',
              ...(!first && {
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': value.version - 1 },
              }),
            },
          },
        },
        {
          name: 'conflict',
          write: {
            Put: {
              TableName: table.name,
              Item: { ...versionKey(value.version), record: value },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        },
        ...also,
      ]);
      return outcome.done ? 'added' : 'conflict';
    },
  };
}
