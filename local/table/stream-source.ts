import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import { HostError, messageOf } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import type { Place } from '../host/place.ts';
import type { SmallFile } from '../host/small-file.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { NewMessage } from '../sqs/queue.ts';
import { describeTable } from './deploy-table.ts';
import { TableCallError, type TableClient } from './table-client.ts';
import type { TableSpec } from './table-spec.ts';

/** How a table's stream is handed to a function. */
export interface StreamSourceSettings {
  readonly batchSize: number;
  readonly startAt: 'LATEST' | 'TRIM_HORIZON';
  readonly reportsItemFailures: boolean;
  /** -1: until it succeeds. */
  readonly retries: number;
  /** -1: none is too old. */
  readonly oldestSeconds: number;
  readonly halvesOnError: boolean;
  readonly onFailureArn: string | undefined;
  /** Records that no filter wants are passed over. */
  readonly wanted: (record: unknown) => boolean;
}

/** The last record that is done with, kept on disk. */
export const StreamPosition = z.object({ sequenceNumber: z.string() });
export type StreamPosition = z.infer<typeof StreamPosition>;

export interface StreamSource {
  busy(): number;
  close(): Promise<void>;
}

const Shards = z.looseObject({
  StreamDescription: z.looseObject({
    Shards: z.array(
      z.looseObject({
        ShardId: z.string(),
        SequenceNumberRange: z.looseObject({ EndingSequenceNumber: z.string().optional() }).optional(),
      }),
    ),
  }),
});
const Iterator = z.looseObject({ ShardIterator: z.string() });
const StreamRecord = z.looseObject({
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number().optional() }),
});
const Records = z.looseObject({ Records: z.array(StreamRecord), NextShardIterator: z.string().nullish() });
const BatchAnswer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

const POLL_MILLISECONDS = 100;
const LONGEST_BACKOFF_MILLISECONDS = 30_000;

/** Follows a table's stream in order from where it stopped last, at least once each record, and hands it to a function in batches. */
export function openStreamSource(deps: {
  client: TableClient;
  spec: TableSpec;
  pool: FunctionPool;
  settings: StreamSourceSettings;
  position: SmallFile<StreamPosition>;
  place: Place;
  clock: HostClock;
  log: HostLog;
  onFault: (thrown: unknown) => void;
  sendTo: (queueArn: string, message: NewMessage) => boolean;
}): StreamSource {
  const { client, spec, pool, settings, position, place, clock, log } = deps;
  const stopping = new AbortController();
  let handling = 0;

  const iterator = async () => {
    const StreamArn = (await describeTable(client, spec.name))?.LatestStreamArn;
    const { StreamDescription } = Shards.parse(await client.call('Streams', 'DescribeStream', { StreamArn }));
    const shard = StreamDescription.Shards[0];
    if (!shard) return undefined;
    const newest = shard.SequenceNumberRange?.EndingSequenceNumber;
    let done = position.read()?.sequenceNumber;
    if (done === undefined && settings.startAt === 'LATEST' && newest !== undefined) {
      done = newest;
      position.write({ sequenceNumber: newest });
    }
    const from =
      done === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: done };
    return Iterator.parse(
      await client.call('Streams', 'GetShardIterator', { StreamArn, ShardId: shard.ShardId, ...from }),
    ).ShardIterator;
  };

  /** Tries a batch until it is done with; returns when every record succeeded or was given up. */
  const handle = async (records: readonly z.infer<typeof StreamRecord>[], attempt = 1): Promise<void> => {
    if (records.length === 0 || stopping.signal.aborted) return;
    const young =
      settings.oldestSeconds < 0
        ? records
        : records.filter(record => ageOf(record) <= settings.oldestSeconds * 1000);
    if (young.length < records.length) {
      giveUp(records.slice(0, records.length - young.length), attempt);
      return handle(young, attempt);
    }
    const outcome = await pool.call(
      JSON.stringify({ Records: records.map(record => localRecord(record, spec, place)) }),
    );
    if (stopping.signal.aborted) return;
    const failed = outcome.ok ? firstFailure(outcome.payload, records) : 0;
    const done = records.slice(0, failed).at(-1);
    if (done) position.write({ sequenceNumber: done.dynamodb.SequenceNumber });
    const rest = records.slice(failed);
    if (rest.length === 0) return;
    if (settings.retries >= 0 && attempt > settings.retries) {
      giveUp(rest, attempt);
      return;
    }
    await pause(Math.min(LONGEST_BACKOFF_MILLISECONDS, 100 * 2 ** attempt), undefined, {
      signal: stopping.signal,
    }).catch(() => undefined);
    const half = Math.ceil(rest.length / 2);
    if (!settings.halvesOnError || rest.length === 1) return handle(rest, attempt + 1);
    await handle(rest.slice(0, half), attempt + 1);
    return handle(rest.slice(half), attempt + 1);
  };

  // The table server stamps its records with the machine's time, so their age is told by that.
  const ageOf = (record: z.infer<typeof StreamRecord>) =>
    Date.now() - (record.dynamodb.ApproximateCreationDateTime ?? Number.POSITIVE_INFINITY) * 1000;

  const firstFailure = (payload: string, records: readonly z.infer<typeof StreamRecord>[]) => {
    if (!settings.reportsItemFailures) return records.length;
    const answer = BatchAnswer.safeParse(JSON.parse(payload));
    if (!answer.success) return 0;
    const failed = (answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
      Math.max(
        0,
        records.findIndex(record => record.dynamodb.SequenceNumber === itemIdentifier),
      ),
    );
    return Math.min(records.length, ...failed);
  };

  const giveUp = (records: readonly z.infer<typeof StreamRecord>[], attempts: number) => {
    const last = records.at(-1);
    if (!last) return;
    log.warn(
      `${pool.config.name} failed for good on ${records.length} records of ${spec.name}, up to ${last.dynamodb.SequenceNumber}.`,
    );
    if (settings.onFailureArn !== undefined) {
      const report = {
        version: '1.0',
        timestamp: new Date(clock.now()).toISOString(),
        requestContext: {
          functionArn: pool.config.arn,
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: attempts,
        },
        DDBStreamBatchInfo: {
          streamArn: spec.streamArn,
          startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
          endSequenceNumber: last.dynamodb.SequenceNumber,
          batchSize: records.length,
        },
      };
      if (!deps.sendTo(settings.onFailureArn, { body: JSON.stringify(report) }))
        log.warn(`The failure destination ${settings.onFailureArn} does not exist.`);
    }
    position.write({ sequenceNumber: last.dynamodb.SequenceNumber });
  };

  const follow = async () => {
    let next: string | undefined;
    while (!stopping.signal.aborted) {
      try {
        next ??= await iterator();
        const page =
          next === undefined
            ? undefined
            : Records.parse(
                await client.call('Streams', 'GetRecords', {
                  ShardIterator: next,
                  Limit: settings.batchSize,
                }),
              );
        if (page && page.Records.length > 0) {
          handling = page.Records.length;
          await handle(page.Records.filter(settings.wanted));
          handling = 0;
          const last = page.Records.at(-1);
          if (last && !stopping.signal.aborted)
            position.write({ sequenceNumber: last.dynamodb.SequenceNumber });
          next = page.NextShardIterator ?? undefined;
          continue;
        }
        if (page) next = page.NextShardIterator ?? undefined;
      } catch (thrown) {
        handling = 0;
        if (stopping.signal.aborted) return;
        if (thrown instanceof HostError) deps.onFault(thrown);
        // An iterator may have aged: the next round takes a new one from the position on disk.
        next = undefined;
        if (!(thrown instanceof TableCallError && thrown.code === 'ExpiredIteratorException'))
          log.warn(`The stream of ${spec.name} cannot be read: ${messageOf(thrown)}`);
      }
      await pause(POLL_MILLISECONDS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const followed = follow();
  return {
    busy: () => handling,
    async close() {
      stopping.abort();
      await Promise.race([followed, pause(500)]);
    },
  };
}

/** The table server does not know the region it plays in. */
function localRecord(record: z.infer<typeof StreamRecord>, spec: TableSpec, place: Place) {
  return { ...record, awsRegion: place.region, eventSourceARN: spec.streamArn };
}
