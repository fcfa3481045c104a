import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { worldClock } from '../../../../local/host/clock.ts';
import { PLACE } from '../../../../local/host/place.ts';
import { openMappings } from '../../../../local/lambda/mappings.ts';
import { queueSettings } from '../../../../local/sqs/queue-settings.ts';
import { openQueues } from '../../../../local/sqs/queues.ts';
import { deployTable } from '../../../../local/table/deploy-table.ts';
import { openTableClient } from '../../../../local/table/table-client.ts';
import { startTableServer, tableServerProgram } from '../../../../local/table/table-server.ts';
import type { TableSpec } from '../../../../local/table/table-spec.ts';
import { keptLog, temporaryFolder } from '../support.ts';

const arn = (service: string, name: string) =>
  `arn:aws:${service}:${PLACE.region}:${PLACE.accountId}:${name}`;
export const STREAM_ARN = arn('dynamodb', 'table/ledger/stream/1');
export const FAILURES_ARN = arn('sqs', 'failures');

const SPEC: TableSpec = {
  name: 'ledger',
  arn: arn('dynamodb', 'table/ledger'),
  streamArn: STREAM_ARN,
  expiryAttribute: undefined,
  AttributeDefinitions: ['pk', 'sk'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [],
  LocalSecondaryIndexes: [],
  StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
};

/** One record as a function is given it: sort key and number. */
export interface Seen {
  readonly sk: string;
  readonly number: string;
}
/** Says how a call ends: the answer, or an error that is thrown. */
export type Answer = (records: readonly Seen[]) => unknown;

/** A table with a stream of keys, its server on a file, and a queue for what failed. */
export async function openLedger(folder = temporaryFolder()) {
  const file = join(folder, 'table.db');
  const server = await startTableServer({ program: tableServerProgram(), file });
  const client = openTableClient(server.url);
  const log = keptLog();
  const clock = worldClock();
  const queues = openQueues({ folder: join(folder, 'queues'), clock, log, place: PLACE });
  const failures = queues.open(queueSettings('failures', FAILURES_ARN, {}));
  const close = async () => {
    queues.close();
    client.close();
    await server.stop();
  };
  onTestFinished(close);
  await deployTable(client, SPEC, log);

  const put = (sk: string, pk = 'dossier') =>
    client.call('DynamoDB', 'PutItem', { TableName: 'ledger', Item: { pk: { S: pk }, sk: { S: sk } } });
  /** Follows the stream with functions, by name; `options` are properties of AWS::Lambda::EventSourceMapping. */
  const follow = (functions: Readonly<Record<string, { answer: Answer; options?: object }>>) => {
    const calls: Record<string, string[][]> = {};
    const pools = new Map(
      Object.entries(functions).map(([name, { answer }]) => {
        const call = async (event: string) => {
          const records: Seen[] = JSON.parse(event).Records.map(seen);
          calls[name]?.push(records.map(({ sk }) => sk));
          return outcomeOf(answer, records);
        };
        calls[name] = [];
        const config = { name, arn: arn('lambda', `function:${name}`), concurrency: 2 };
        return [name, { config, call }] as const;
      }),
    );
    const sources = openMappings({
      resources: Object.entries(functions).map(([name, { options }]) => ({
        stack: 'Stack',
        logicalId: name,
        type: 'AWS::Lambda::EventSourceMapping',
        name,
        arn: '',
        ref: '',
        attributes: {},
        properties: {
          EventSourceArn: STREAM_ARN,
          FunctionName: name,
          StartingPosition: 'TRIM_HORIZON',
          ...options,
        },
      })),
      functions: { find: name => pools.get(name) },
      queues,
      tables: [SPEC],
      client,
      streamRecords: server.streamRecords,
      folder: join(folder, 'streams'),
      place: PLACE,
      clock,
      log,
      onFault: thrown => {
        throw thrown;
      },
    });
    const stop = async () => {
      await Promise.all(sources.map(source => source.close()));
    };
    onTestFinished(stop);
    return { calls, stop, busy: () => sources.reduce((sum, source) => sum + source.busy(), 0) };
  };
  const kept = () => {
    const beside = new DatabaseSync(file, { readOnly: true });
    const row = beside.prepare('SELECT COUNT(*) AS count FROM _stream_records').get();
    beside.close();
    return Number(row?.['count']);
  };
  return { folder, file, client, log, failures, put, follow, kept, close };
}

const seen = (record: { dynamodb: { Keys: { sk: { S: string } }; SequenceNumber: string } }): Seen => ({
  sk: record.dynamodb.Keys.sk.S,
  number: record.dynamodb.SequenceNumber,
});

async function outcomeOf(answer: Answer, records: readonly Seen[]) {
  try {
    const payload = JSON.stringify((await answer(records)) ?? null);
    return { ok: true, payload, requestId: 'r' } as const;
  } catch (thrown) {
    return {
      ok: false,
      error: { errorType: 'Error', errorMessage: String(thrown) },
      requestId: 'r',
    } as const;
  }
}
