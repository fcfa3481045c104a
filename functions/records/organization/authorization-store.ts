import { type StoredAuthorizations, storedAuthorizations } from '../../../schemas/stored/authorizations.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { gathered } from '../../kernel/table/read-item.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type NamedWrite, transact } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

/** Who signs for whom in a unit, from when to when. */
export interface AuthorizationStore {
  /** All of a unit, in the order they were recorded; version 0 where there is none yet. */
  of(unit: string): Promise<StoredAuthorizations>;
  /** Replaces them, unless somebody else did. `also` goes into the same transaction. */
  change(unit: string, after: StoredAuthorizations, also?: readonly NamedWrite[]): Promise<boolean>;
}

export function dynamoAuthorizationStore(table: Table): AuthorizationStore {
  return {
    async of(unit) {
      const key = keys.authorizations(unit);
      const item = await gathered(table, key);
      if (!item) return { authorizations: [], version: 0 };
      const { pk: _, sk, ...kept } = item;
      return parseStored(storedAuthorizations, kept, key);
    },
    async change(unit, after, also = []) {
      const first = after.version === 1;
      const put: NamedWrite = {
        name: 'authorizations',
        write: {
          Put: {
            TableName: table.name,
            Item: { ...keys.authorizations(unit), ...after },
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
