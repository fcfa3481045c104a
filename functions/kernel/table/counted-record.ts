import type * as z from 'zod';
import type { ItemKey } from './item-key.ts';
import { parseItem } from './parse-stored.ts';
import { gathered } from './read-item.ts';
import type { Table } from './table.ts';
import { type NamedWrite, transact } from './transact.ts';

/** A record in one item whose version counts its changes; each change depends on the one before. */
export interface CountedRecord<T extends { version: number }> {
  /** Undefined where there is none yet. */
  read(): Promise<T | undefined>;
  /** Replaces it, unless somebody else did. `also` goes into the same transaction. */
  change(after: T, also?: readonly NamedWrite[]): Promise<boolean>;
}

export function countedRecord<S extends z.ZodType<{ version: number }>>(
  table: Table,
  key: ItemKey,
  schema: S,
): CountedRecord<z.infer<S>> {
  return {
    async read() {
      const item = await gathered(table, key);
      return item && parseItem(schema, item, key);
    },
    async change(after, also = []) {
      const first = after.version === 1;
      const put: NamedWrite = {
        name: 'record',
        write: {
          Put: {
            TableName: table.name,
            Item: { ...key, ...after },
            ConditionExpression: first ? 'attribute_not_exists(pk)' : '#version = :before',
            ...(!first && {
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':before': after.version - 1 },
            }),
          },
        },
      };
      return (await transact(table, [put, ...also])).done;
    },
  };
}
