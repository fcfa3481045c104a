import type * as z from 'zod';
import type { ItemKey } from './item-key.ts';
import { parseStored } from './parse-stored.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';
import { type NamedWrite, transact } from './transact.ts';

/** A record kept in versions: each is written once and kept; a current item names the newest. */
export interface VersionedRecord<V extends { version: number }> {
  current(): Promise<V | undefined>;
  version(version: number): Promise<V | undefined>;
  /** The writes that add the next version, unless someone else did in the meantime. */
  adding(value: V): NamedWrite[];
  /** Adds the next version. `also` goes into the same transaction. */
  add(value: V, also?: readonly NamedWrite[]): Promise<'added' | 'conflict'>;
  /** Replaces the current version's item in place: for state that is not part of the version. */
  replace(value: V, also?: readonly NamedWrite[]): Promise<'replaced' | 'conflict'>;
}

/** Versions of one record in the table. `extra` adds index attributes to the current item. */
export function versionedRecord<S extends z.ZodType<{ version: number }>>(options: {
  table: Table;
  schema: S;
  current: ItemKey;
  versionKey: (version: number) => ItemKey;
}): VersionedRecord<z.infer<S>> {
  const { table, schema, current, versionKey } = options;
  const read = async (key: ItemKey) => {
    const item = await readItem(table, key);
    return item && parseStored(schema, item['record'], key);
  };
  const put = (key: ItemKey, value: z.infer<S>, condition: string, before?: number): NamedWrite => ({
    name: 'conflict',
    write: {
      Put: {
        TableName: table.name,
        Item: { ...key, record: value },
        ConditionExpression: condition,
        ...(before !== undefined && {
          ExpressionAttributeNames: { '#version': 'version', '#record': 'record' },
          ExpressionAttributeValues: { ':before': before },
        }),
      },
    },
  });
  const adding = (value: z.infer<S>) => [
    value.version === 1
      ? put(current, value, 'attribute_not_exists(pk)')
      : put(current, value, '#record.#version = :before', value.version - 1),
    put(versionKey(value.version), value, 'attribute_not_exists(pk)'),
  ];
  return {
    current: () => read(current),
    version: version => read(versionKey(version)),
    adding,
    async add(value, also = []) {
      const outcome = await transact(table, [...adding(value), ...also]);
      return outcome.done ? 'added' : 'conflict';
    },
    async replace(value, also = []) {
      const outcome = await transact(table, [
        put(current, value, '#record.#version = :before', value.version),
        put(versionKey(value.version), value, '#record.#version = :before', value.version),
        ...also,
      ]);
      return outcome.done ? 'replaced' : 'conflict';
    },
  };
}
