import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type StoredKeyring, storedKeyring } from '../../../schemas/stored/keyring.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../keys/keys.ts';

/** The secrets of the deployment, as stored; undefined while it has none yet. */
export async function readSecrets(table: Table): Promise<StoredKeyring | undefined> {
  const key = keys.keyring();
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item && parseStored(storedKeyring, Item, key);
}
