import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  type FileRefusal,
  type Quarantine,
  type StoredFile,
  storedFile,
} from '../../../schemas/stored/file.ts';
import { DAY, parseInstant } from '../../domain/vietnam-time.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import { fetchItems } from '../../kernel/table/fetch-items.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { readItem } from '../../kernel/table/read-item.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../keys/keys.ts';
import { droppedAfter, TIME_TO_LIVE } from '../keys/table-design.ts';

/** How long the record of a file without a dossier is kept. */
const UNUSED_KEPT = 7 * DAY;

/** The records of uploaded files. */
export interface FileStore {
  /** Keeps a declaration, with what counts it; `quota`: nothing was kept, because none is left. */
  declare(file: StoredFile, counts?: readonly ItemWrite<'quota'>[]): Promise<'declared' | 'quota'>;
  find(id: string): Promise<StoredFile | undefined>;
  /** Those of the given files that exist. */
  findAll(ids: readonly string[]): Promise<StoredFile[]>;
  /**
   * Keeps the verdict on an uploaded file: usable, or refused and why. A verdict never changes. `scan`: what is known
   * of malware in a usable one. The record of a state secret does not end by itself, so that its object is not removed
   * before somebody has dealt with it.
   */
  settle(id: string, refusal: FileRefusal | undefined, scan?: StoredFile['scan']): Promise<void>;
  /** Keeps why an uploaded file cannot be judged yet. */
  quarantine(id: string, reason: Quarantine): Promise<void>;
  /** Stops a file that a dossier took: the mark of a state secret was found in it. What was found first stays. */
  stop(id: string, secrecy: NonNullable<StoredFile['secrecy']>): Promise<void>;
}

export function dynamoFileStore(table: Table): FileStore {
  return {
    async declare(file, counts = []) {
      const ends = droppedAfter(parseInstant(file.declaredAt) + UNUSED_KEPT);
      const put = { put: { ...file, ...ends } };
      const items = dynamoItems(table);
      const declares = {
        refusal: 'known',
        key: keys.file(file.id),
        change: put,
        when: { exists: false },
      } as const;
      const made =
        counts.length > 0 ? await items.transact([declares, ...counts]) : await items.writeAlone(declares);
      if (made.done) return 'declared';
      if (made.refusal === 'quota') return 'quota';
      throw new TypeError(`there is a file ${file.id} already`);
    },
    async find(id) {
      const key = keys.file(id);
      const item = await readItem(table, key);
      return item && parseStored(storedFile, item, key);
    },
    async findAll(ids) {
      const wanted = ids.map(id => keys.file(id));
      const itemOf = await fetchItems(table, wanted);
      return wanted.flatMap(key => {
        const item = itemOf(key);
        return item === undefined ? [] : [parseStored(storedFile, item, key)];
      });
    },
    settle: (id, refusal, scan = 'notScanned') =>
      mark(
        id,
        refusal ? { state: 'refused', refusal } : { state: 'checked', scan },
        refusal?.code === 'file-state-secret' ? ['quarantine', TIME_TO_LIVE] : ['quarantine'],
      ),
    quarantine: (id, reason) => mark(id, { state: 'quarantined', quarantine: reason }, []),
    async stop(id, secrecy) {
      await dynamoItems(table).writeAlone({
        refusal: 'stopped',
        key: keys.file(id),
        change: { set: { secrecy } },
        when: { exists: true, own: { secrecy: undefined } },
      });
    },
  };

  async function mark(id: string, becomes: Partial<StoredFile>, ends: readonly string[]): Promise<void> {
    const fields = Object.keys(becomes);
    try {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: keys.file(id),
          UpdateExpression: `SET ${fields.map(field => `#${field} = :${field}`).join(', ')}${
            ends.length === 0 ? '' : ` REMOVE ${ends.join(', ')}`
          }`,
          ConditionExpression: '#state IN (:declared, :waiting)',
          ExpressionAttributeNames: Object.fromEntries(fields.map(field => [`#${field}`, field])),
          ExpressionAttributeValues: {
            ':declared': 'declared',
            ':waiting': 'quarantined',
            ...Object.fromEntries(Object.entries(becomes).map(([field, value]) => [`:${field}`, value])),
          },
        }),
      );
    } catch (error) {
      // Already settled, or expired: nothing is left to do.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
}
