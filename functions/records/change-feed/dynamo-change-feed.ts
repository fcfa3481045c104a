import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { storedChange } from '../../../schemas/stored/change.ts';
import { storedFeedEnd } from '../../../schemas/stored/party.ts';
import { DAY, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { AGAIN, type RetryPolicy, retry } from '../../kernel/retry/retry.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type NamedWrite, transact } from '../../kernel/table/transact.ts';
import { spineKeys } from '../keys/spine-keys.ts';
import { droppedAfter } from '../keys/table-design.ts';
import { type ChangeFeed, FEED_CONSUMER, type FeedAddition } from './change-feed.ts';

/** Retries when another writer took the same positions. */
const takingPositions: RetryPolicy = { tries: 20, first: 20, longest: 1280 };

/** How far back a feed goes: a year. */
const KEPT = 366 * DAY;

/** The feed in DynamoDB. */
export function dynamoChangeFeed(table: Table, now: () => number): ChangeFeed {
  const { client, name: TableName } = table;

  async function endOf(portal: string): Promise<number> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: spineKeys.feedEnd(portal), ConsistentRead: true }),
    );
    return storedFeedEnd.parse(Item);
  }

  async function after(portal: string, position: number, limit: number) {
    const { pk, sk } = spineKeys.feedEntry(portal, position + 1);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': sk, ':to': '999999999999' },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return Items.map(item => parseStored(storedChange, item, { pk, sk: String(item['sk']) }));
  }

  function writes(portal: string, position: number, additions: readonly FeedAddition[]): NamedWrite[] {
    const at = toRfc3339(now());
    const kept = droppedAfter(now() + KEPT);
    const events = additions.flatMap(addition => addition.events);
    return [
      {
        name: 'position',
        write: {
          Update: {
            TableName,
            Key: spineKeys.feedEnd(portal),
            UpdateExpression: 'SET #position = :next, #at = :at',
            ConditionExpression: position === 0 ? 'attribute_not_exists(pk)' : '#position = :position',
            ExpressionAttributeNames: { '#position': 'position', '#at': 'at' },
            ExpressionAttributeValues: {
              ':next': position + events.length,
              ':at': at,
              ...(position > 0 && { ':position': position }),
            },
          },
        },
      },
      ...events.map(
        ({ event }, index): NamedWrite => ({
          name: 'position',
          write: {
            Put: {
              TableName,
              Item: {
                ...spineKeys.feedEntry(portal, position + 1 + index),
                position: position + 1 + index,
                at,
                event,
                ...kept,
              },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        }),
      ),
      ...additions.map(
        ({ dossier, from, to }): NamedWrite => ({
          name: 'cursor',
          write: {
            Update: {
              TableName,
              Key: spineKeys.cursor(dossier, FEED_CONSUMER),
              UpdateExpression: 'SET seq = :to',
              ConditionExpression: from === 0 ? 'attribute_not_exists(seq) OR seq = :from' : 'seq = :from',
              ExpressionAttributeValues: { ':to': to, ':from': from },
            },
          },
        }),
      ),
    ];
  }

  return {
    async append(portal, additions) {
      const made = await retry<'appended' | 'moved'>(
        async () => {
          const outcome = await transact(table, writes(portal, await endOf(portal), additions));
          if (outcome.done) return 'appended';
          return outcome.failed === 'cursor' ? 'moved' : AGAIN;
        },
        takingPositions,
        table.pauses,
      );
      if (made === AGAIN) throw new Error(`The change feed of ${portal} is written to by too many at once`);
      return made;
    },
    after,
    end: endOf,
    async before(portal, instant) {
      const wanted = parseInstant(instant);
      let [low, high] = [0, await endOf(portal)];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        const [entry] = await after(portal, middle - 1, 1);
        if (entry && parseInstant(entry.at) < wanted) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
