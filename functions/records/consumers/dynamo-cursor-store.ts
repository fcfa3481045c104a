import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type StoredCursor, storedCursor, storedWaiting } from '../../../schemas/stored/cursor.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import { sortable } from '../../kernel/table/item-key.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type TransactOutcome, transact } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';
import { RETRY_SHARDS, retryPartition, spineKeys } from '../keys/spine-keys.ts';
import { WAKE_INDEX } from '../keys/table-design.ts';
import type { CursorStore, Place, Wanted } from './cursor-store.ts';
import { free, releaseUpdate, waitingEnds, waitingWrite } from './cursor-writes.ts';

/** How often to retry on a cursor that other workers lease and release at the same moments. */
const LOOKS = 5;

/** Cursors in DynamoDB. */
export function dynamoCursorStore(table: Table): CursorStore {
  const { client, name: TableName } = table;
  const keyOf = ({ dossier, consumer }: Place) => spineKeys.cursor(dossier, consumer);

  /** Whether an update was made; otherwise the item found instead. */
  async function update(
    place: Place,
    expression: string,
    condition: string,
    values: Record<string, unknown>,
  ): Promise<{ made: true; cursor: StoredCursor } | { made: false; found: StoredCursor | undefined }> {
    const Key = keyOf(place);
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: expression,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { made: true, cursor: parseStored(storedCursor, Attributes, Key) };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { made: false, found: error.Item && parseStored(storedCursor, unmarshall(error.Item), Key) };
    }
  }

  /** Makes an update; otherwise returns the item found instead. */
  async function alone(write: UpdateCommandInput): Promise<TransactOutcome> {
    try {
      await client.send(new UpdateCommand(write));
      return { done: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { done: false, failed: 'cursor', found: error.Item && unmarshall(error.Item) };
    }
  }

  /** Leaves word with the holder of the lease; false if there is no holder any more. */
  async function leaveWord(place: Place, { reached, now }: Wanted): Promise<boolean> {
    const { made, ...rest } = await update(
      place,
      'SET again = :reached',
      'heldUntil >= :now AND (attribute_not_exists(again) OR again < :reached)',
      { ':reached': reached, ':now': now },
    );
    const found = 'found' in rest ? rest.found : undefined;
    return made || ((found?.again ?? 0) >= reached && (found?.heldUntil ?? 0) >= now);
  }

  return {
    async take(place, wanted) {
      const { reached, now, until, force = false } = wanted;
      for (let look = 0; look < LOOKS; look++) {
        const holder = randomUUID();
        const taken = await update(
          place,
          'SET holder = :holder, heldUntil = :until, seq = if_not_exists(seq, :zero)',
          `(attribute_not_exists(seq) OR seq < :reached) AND ${free(now).condition}${
            force ? '' : ' AND (attribute_not_exists(retryAt) OR retryAt <= :now)'
          }`,
          { ':holder': holder, ':until': until, ':zero': 0, ':reached': reached, ...free(now).values },
        );
        if (taken.made) return { kind: 'taken', lease: { place, holder, cursor: taken.cursor } };
        const { found } = taken;
        if (found && found.seq >= reached) return { kind: 'done' };
        const held = (found?.heldUntil ?? 0) >= now;
        if (!held && !force && (found?.retryAt ?? 0) > now)
          return { kind: 'waits', until: found?.retryAt ?? now };
        if (held && (await leaveWord(place, wanted))) return { kind: 'held' };
      }
      throw new Error(`The cursor of ${place.consumer} in ${place.dossier} is never free`);
    },
    async release(lease, seq, how = 'done') {
      const { place, cursor } = lease;
      const left = typeof how === 'string' ? undefined : how;
      const before = cursor.waitingSince === left?.since ? undefined : cursor.waitingSince;
      const release = releaseUpdate(TableName, lease, seq, how);
      const also = [
        ...(left ? [waitingWrite(TableName, place, seq, left)] : []),
        ...(before === undefined ? [] : [waitingEnds(TableName, place, before)]),
      ];
      // Most releases write only the cursor, and a transaction costs twice as much.
      const outcome =
        also.length === 0
          ? await alone(release)
          : await transact(table, [{ name: 'cursor', write: { Update: release } }, ...also]);
      if (outcome.done) return 'released';
      return outcome.found?.['holder'] === lease.holder ? 'again' : 'lost';
    },
    async pass(place, from, to, now) {
      const at = from === 0 ? '(attribute_not_exists(seq) OR seq = :from)' : 'seq = :from';
      const { made } = await update(
        place,
        'SET seq = :to',
        `${at} AND ${free(now).condition} AND attribute_not_exists(waitingSince)`,
        { ':from': from, ':to': to, ...free(now).values },
      );
      return made;
    },
    async rewind(place, to, now) {
      const moved = await update(place, 'SET seq = :to', `seq > :to AND ${free(now).condition}`, {
        ':to': to,
        ...free(now).values,
      });
      return moved.made || (moved.found?.seq ?? 0) <= to;
    },
    async read(place) {
      const Key = keyOf(place);
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && parseStored(storedCursor, Item, Key);
    },
    async ofDossier(dossier) {
      const { pk } = keys.head(dossier);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': spineKeys.cursorPrefix },
          ConsistentRead: true,
        }),
      );
      return new Map(
        Items.map(item => {
          const sk = String(item['sk']);
          return [sk.slice(spineKeys.cursorPrefix.length), parseStored(storedCursor, item, { pk, sk })];
        }),
      );
    },
    async waiting(consumer, { after, limit }) {
      const pk = spineKeys.waitingPartition(consumer);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          Limit: limit,
          ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
        }),
      );
      return {
        items: Items.map(item => parseStored(storedWaiting, item, { pk, sk: String(item['sk']) })),
        next: LastEvaluatedKey && String(LastEvaluatedKey['sk']),
      };
    },
    async due(now, limit) {
      const shards = await Promise.all(
        Array.from({ length: RETRY_SHARDS }, (_, shard) =>
          client.send(
            new QueryCommand({
              TableName,
              IndexName: WAKE_INDEX,
              KeyConditionExpression: 'wakePk = :pk AND wakeSk < :now',
              ExpressionAttributeValues: {
                ':pk': retryPartition(shard),
                ':now': `${sortable(toRfc3339(now))}~`,
              },
              Limit: Math.ceil(limit / RETRY_SHARDS),
            }),
          ),
        ),
      );
      return shards.flatMap(({ Items = [] }) =>
        Items.map(item => {
          const [, consumer = '', dossier = ''] = String(item['wakeSk']).split('#');
          return { consumer, dossier };
        }),
      );
    },
  };
}
