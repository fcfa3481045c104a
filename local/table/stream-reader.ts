import * as z from 'zod';
import { HostError } from '../host/host-error.ts';
import { TableCallError, type TableClient } from './table-client.ts';

const Streams = z.looseObject({ Streams: z.array(z.looseObject({ StreamArn: z.string() })) });
const Shards = z.looseObject({
  StreamDescription: z.looseObject({ Shards: z.array(z.looseObject({ ShardId: z.string() })) }),
});
const Iterator = z.looseObject({ ShardIterator: z.string() });
const StreamRecord = z.looseObject({
  dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.number().optional() }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;
const Records = z.looseObject({ Records: z.array(StreamRecord), NextShardIterator: z.string().nullish() });

/** Where to read from: after a record, at the oldest one kept, or from what comes next. */
export type StreamPoint = { readonly after: string } | 'TRIM_HORIZON' | 'LATEST';

/** Reads the stream of one table over the server's protocol. */
export class StreamReader {
  readonly #client: TableClient;
  readonly #table: string;
  #stream: { readonly StreamArn: string; readonly ShardId: string } | undefined;
  /** The way on from what was read last. */
  #next: { readonly from: string; readonly iterator: string } | undefined;

  constructor(client: TableClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /** The next records from a point on, oldest first; none when there are no others yet. */
  async read(point: StreamPoint, limit: number): Promise<readonly StreamRecord[]> {
    const from = JSON.stringify(point);
    const iterator = this.#next?.from === from ? this.#next.iterator : await this.#iteratorAt(point);
    this.#next = undefined;
    const page = await this.#page(iterator, limit);
    const last = page?.Records.at(-1)?.dynamodb.SequenceNumber;
    if (page?.NextShardIterator != null)
      this.#next = {
        from: last === undefined ? from : JSON.stringify({ after: last }),
        iterator: page.NextShardIterator,
      };
    return page?.Records ?? [];
  }

  /** Undefined when the iterator had grown too old: the next reading takes a new one. */
  async #page(ShardIterator: string, Limit: number) {
    try {
      return Records.parse(await this.#client.call('Streams', 'GetRecords', { ShardIterator, Limit }));
    } catch (thrown) {
      if (thrown instanceof TableCallError && thrown.code === 'ExpiredIteratorException') return undefined;
      throw thrown;
    }
  }

  async #iteratorAt(point: StreamPoint): Promise<string> {
    this.#stream ??= await this.#find();
    const where =
      typeof point === 'string'
        ? { ShardIteratorType: point }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: point.after };
    const answer = await this.#client.call('Streams', 'GetShardIterator', { ...this.#stream, ...where });
    return Iterator.parse(answer).ShardIterator;
  }

  /** By ListStreams: to describe the table would make the server count its items. */
  async #find() {
    const TableName = this.#table;
    const list = Streams.parse(await this.#client.call('Streams', 'ListStreams', { TableName }));
    const StreamArn = list.Streams.at(-1)?.StreamArn;
    if (StreamArn === undefined) throw new HostError(`The table ${TableName} has no stream.`);
    const { StreamDescription } = Shards.parse(
      await this.#client.call('Streams', 'DescribeStream', { StreamArn }),
    );
    const ShardId = StreamDescription.Shards[0]?.ShardId;
    if (ShardId === undefined) throw new HostError(`The stream of the table ${TableName} has no shard.`);
    return { StreamArn, ShardId };
  }
}
