import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { storedKey, storedLease } from '../../../schemas/stored/request.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { idSeed } from '../../kernel/ids/time-sorted-id.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { ANSWER_KEPT } from '../dossiers/change-items.ts';
import { keys } from '../keys/keys.ts';
import { droppedAfter, TIME_TO_LIVE } from '../keys/table-design.ts';
import type { KeyedRequest, LeasedRequests } from './leased-requests.ts';

/**
 * Duration of the lease of one try: longer than any function behind the API may run, allowing for clock differences.
 */
export const LEASE = 60_000;

const keyOf = ({ caller, key }: KeyedRequest) => keys.answered(caller, key);
const unanswered =
  'attribute_not_exists(requestHash) OR (requestHash = :hash AND attribute_not_exists(#body))';
const failed = (error: unknown) => error instanceof ConditionalCheckFailedException;

/**
 * Requests and their answers in the table: the item of a key, which dossier commands also write, with their answers.
 */
export function dynamoLeasedRequests(table: Table): LeasedRequests {
  const TableName = table.name;
  const read = async (request: KeyedRequest) => {
    const Key = keyOf(request);
    const { Item } = await table.client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && parseStored(storedKey, Item, Key);
  };
  const kept = (request: KeyedRequest, reply: unknown, now: Instant) => ({
    TableName,
    Item: {
      ...keyOf(request),
      requestHash: request.requestHash,
      status: 200,
      body: JSON.stringify(reply),
      ...droppedAfter(now + ANSWER_KEPT),
    },
    ConditionExpression: unanswered,
    ExpressionAttributeNames: { '#body': 'body' },
    ExpressionAttributeValues: { ':hash': request.requestHash },
  });

  return {
    async take(request, now) {
      const holder = randomUUID();
      const seed = Buffer.from(idSeed()).toString('base64');
      try {
        const { Attributes } = await table.client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(request),
            UpdateExpression:
              'SET requestHash = :hash, holder = :holder, heldUntil = :until, #end = :end, begunAt = if_not_exists(begunAt, :now), seed = if_not_exists(seed, :seed)',
            ConditionExpression:
              'attribute_not_exists(requestHash) OR (requestHash = :hash AND attribute_not_exists(#body) AND heldUntil <= :now)',
            ExpressionAttributeNames: { '#body': 'body', '#end': TIME_TO_LIVE },
            ExpressionAttributeValues: {
              ':hash': request.requestHash,
              ':holder': holder,
              ':until': now + LEASE,
              ':end': droppedAfter(now + ANSWER_KEPT)[TIME_TO_LIVE],
              ':now': now,
              ':seed': seed,
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        const begun = parseStored(storedLease, Attributes, keyOf(request));
        return {
          lease: {
            request,
            holder,
            again: begun.seed !== seed,
            begunAt: begun.begunAt,
            seed: Buffer.from(begun.seed, 'base64'),
          },
        };
      } catch (error) {
        if (!failed(error)) throw error;
        // Free again by now: the next look takes it.
        return { kept: (await read(request)) ?? { requestHash: request.requestHash, heldUntil: now } };
      }
    },
    keeping: (request, reply, now) => ({ name: 'answered', write: { Put: kept(request, reply, now) } }),
    async keep(request, reply, now) {
      const put = kept(request, reply, now);
      try {
        await table.client.send(new PutCommand(put));
      } catch (error) {
        const first = failed(error) ? await read(request) : undefined;
        if (first) return first;
        throw error;
      }
      return { requestHash: request.requestHash, status: 200, body: JSON.parse(put.Item.body) };
    },
    async answer(request) {
      const found = await read(request);
      return found && !('heldUntil' in found) && found.requestHash === request.requestHash
        ? found
        : undefined;
    },
    async end({ request, holder }, how, now) {
      const free = how === 'free';
      try {
        await table.client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(request),
            UpdateExpression: free
              ? 'REMOVE requestHash, holder, heldUntil, begunAt, seed'
              : 'SET heldUntil = :now REMOVE holder',
            ConditionExpression: 'holder = :holder',
            ExpressionAttributeValues: { ':holder': holder, ...(!free && { ':now': now }) },
          }),
        );
      } catch (error) {
        // Another try took over the lease and continues.
        if (!failed(error)) throw error;
      }
    },
  };
}
