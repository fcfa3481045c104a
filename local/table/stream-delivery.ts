import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { HostLog } from '../host/log.ts';
import type { Place } from '../host/place.ts';
import type { CalledFunction } from '../lambda/pool.ts';
import type { NewMessage } from '../sqs/queue.ts';
import type { StreamRecord } from './stream-reader.ts';
import type { TableSpec } from './table-spec.ts';

/** What is done about records that the function fails on. */
export interface DeliverySettings {
  readonly reportsItemFailures: boolean;
  /** -1: until it succeeds. */
  readonly retries: number;
  /** -1: none is too old. */
  readonly oldestSeconds: number;
  readonly halvesOnError: boolean;
  readonly onFailureArn: string | undefined;
}

export interface DeliveryDeps {
  readonly spec: TableSpec;
  readonly pool: CalledFunction;
  readonly settings: DeliverySettings;
  readonly place: Place;
  readonly clock: HostClock;
  readonly log: HostLog;
  readonly sendTo: (queueArn: string, message: NewMessage) => boolean;
  readonly stopping: AbortSignal;
  /** Told of each record up to which all are done with. */
  readonly done: (sequenceNumber: string) => void;
}

type Batch = readonly StreamRecord[];
type Condition = 'RetryAttemptsExhausted' | 'MaximumRecordAgeExceeded';

const BatchAnswer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();
const LONGEST_BACKOFF_MILLISECONDS = 30_000;

/** Hands a stream's records to a function, a batch at a time, until each succeeded, is too old, or was given up. */
export class StreamDelivery {
  readonly #deps: DeliveryDeps;

  constructor(deps: DeliveryDeps) {
    this.#deps = deps;
  }

  /** Returns when the batch is done with, or when the host is stopping. */
  async deliver(batch: Batch, attempt = 1): Promise<void> {
    const { settings, pool, stopping } = this.#deps;
    const records = this.#withoutOld(batch, attempt);
    if (records.length === 0 || stopping.aborted) return;
    const outcome = await pool.call(JSON.stringify({ Records: records.map(record => this.#event(record)) }));
    if (stopping.aborted) return;
    const failed = outcome.ok ? this.#firstFailure(outcome.payload, records) : 0;
    this.#moveBehind(records.slice(0, failed));
    const rest = records.slice(failed);
    if (rest.length === 0) return;
    const halves = settings.halvesOnError && failed === 0 && rest.length > 1;
    if (!halves && settings.retries >= 0 && attempt > settings.retries) {
      this.#giveUp(rest, 'RetryAttemptsExhausted', attempt);
      return;
    }
    await this.#backOff(attempt);
    if (!halves) return this.deliver(rest, attempt + 1);
    // To halve a batch is no retry of it, as on AWS: else the good records beside a bad one would be given up with it.
    const half = Math.ceil(rest.length / 2);
    await this.deliver(rest.slice(0, half), attempt);
    return this.deliver(rest.slice(half), attempt);
  }

  #withoutOld(batch: Batch, attempt: number): Batch {
    const { oldestSeconds } = this.#deps.settings;
    if (oldestSeconds < 0) return batch;
    const young = batch.findIndex(record => ageOf(record) <= oldestSeconds * 1000);
    const old = young < 0 ? batch.length : young;
    this.#giveUp(batch.slice(0, old), 'MaximumRecordAgeExceeded', attempt - 1);
    return batch.slice(old);
  }

  /** Where the function's answer says that it failed first: at the beginning, when AWS would not understand it. */
  #firstFailure(payload: string, records: Batch): number {
    if (!this.#deps.settings.reportsItemFailures) return records.length;
    const answer = BatchAnswer.safeParse(JSON.parse(payload));
    if (!answer.success) return 0;
    const failed = (answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
      Math.max(
        0,
        records.findIndex(record => record.dynamodb.SequenceNumber === itemIdentifier),
      ),
    );
    return Math.min(records.length, ...failed);
  }

  #giveUp(records: Batch, condition: Condition, attempts: number): void {
    const [first, last] = [records[0], records.at(-1)];
    if (!first || !last) return;
    const { pool, spec, settings, log, sendTo } = this.#deps;
    log.warn(
      `${pool.config.name} failed for good on ${records.length} records of ${spec.name}, up to ${last.dynamodb.SequenceNumber}.`,
    );
    const { onFailureArn } = settings;
    const body = JSON.stringify(this.#failureReport(first, last, records.length, condition, attempts));
    if (onFailureArn !== undefined && !sendTo(onFailureArn, { body }))
      log.warn(`The failure destination ${onFailureArn} does not exist.`);
    this.#moveBehind(records);
  }

  #failureReport(
    first: StreamRecord,
    last: StreamRecord,
    batchSize: number,
    condition: Condition,
    attempts: number,
  ) {
    const { pool, spec, clock } = this.#deps;
    return {
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: { functionArn: pool.config.arn, condition, approximateInvokeCount: attempts },
      ...(attempts > 0 && {
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      }),
      DDBStreamBatchInfo: {
        streamArn: spec.streamArn,
        startSequenceNumber: first.dynamodb.SequenceNumber,
        endSequenceNumber: last.dynamodb.SequenceNumber,
        approximateArrivalOfFirstRecord: madeAt(first),
        approximateArrivalOfLastRecord: madeAt(last),
        batchSize,
      },
    };
  }

  #moveBehind(records: Batch): void {
    const last = records.at(-1);
    if (last) this.#deps.done(last.dynamodb.SequenceNumber);
  }

  async #backOff(attempt: number): Promise<void> {
    const milliseconds = Math.min(LONGEST_BACKOFF_MILLISECONDS, 100 * 2 ** attempt);
    await pause(milliseconds, undefined, { signal: this.#deps.stopping }).catch(() => undefined);
  }

  /** The table server does not know the region it plays in. */
  #event(record: StreamRecord) {
    const { place, spec } = this.#deps;
    return { ...record, awsRegion: place.region, eventSourceARN: spec.streamArn };
  }
}

/** In seconds; the table server stamps its records with the machine's time, so their age is told by that. */
const second = (record: StreamRecord) => record.dynamodb.ApproximateCreationDateTime;
const ageOf = (record: StreamRecord) => Date.now() - (second(record) ?? Number.POSITIVE_INFINITY) * 1000;
const madeAt = (record: StreamRecord) => {
  const made = second(record);
  return made === undefined ? undefined : new Date(made * 1000).toISOString();
};
