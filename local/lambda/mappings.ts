import { join } from 'node:path';
import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import { readPattern } from '../events/pattern.ts';
import type { HostClock } from '../host/clock.ts';
import { HostError } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import type { Place } from '../host/place.ts';
import { smallFile } from '../host/small-file.ts';
import type { Queue } from '../sqs/queue.ts';
import type { Queues } from '../sqs/queues.ts';
import { StreamReader } from '../table/stream-reader.ts';
import type { StreamRecords } from '../table/stream-records.ts';
import { StreamPosition, StreamSource } from '../table/stream-source.ts';
import { StreamTrimmer } from '../table/stream-trimmer.ts';
import type { TableClient } from '../table/table-client.ts';
import type { TableSpec } from '../table/table-spec.ts';
import type { CalledFunction } from './pool.ts';
import { QueueSource } from './queue-source.ts';

/** ParallelizationFactor is not read: one batch at a time of a whole stream is in order as well. */
const Properties = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.coerce.number().optional(),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.looseObject({ MaximumConcurrency: z.coerce.number().optional() }).optional(),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']).default('LATEST'),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  MaximumRecordAgeInSeconds: z.coerce.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  TumblingWindowInSeconds: z.coerce.number().default(0),
  DestinationConfig: z
    .looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() })
    .optional(),
  FilterCriteria: z.looseObject({ Filters: z.array(z.looseObject({ Pattern: z.string() })) }).optional(),
});

/** A mapping of the template: what it says, and the function that it feeds. */
interface Mapping {
  readonly id: string;
  readonly properties: z.infer<typeof Properties>;
  readonly pool: CalledFunction;
}

/** A source of events that feeds a function. */
export interface EventSource {
  busy(): number;
  close(): void | Promise<void>;
}

export interface MappingDeps {
  readonly resources: readonly Resource[];
  readonly functions: { find(nameOrArn: string): CalledFunction | undefined };
  readonly queues: Queues;
  readonly tables: readonly TableSpec[];
  readonly client: TableClient;
  readonly streamRecords: StreamRecords | undefined;
  readonly folder: string;
  readonly place: Place;
  readonly clock: HostClock;
  readonly log: HostLog;
  readonly onFault: (thrown: unknown) => void;
}

/** Opens the template's AWS::Lambda::EventSourceMapping resources on its queues and table streams. */
export function openMappings(deps: MappingDeps): readonly EventSource[] {
  const mappings = deps.resources.map(resource => readMapping(resource, deps));
  const enabled = mappings.filter(({ properties }) => properties.Enabled);
  return [
    ...enabled.flatMap(mapping => {
      const queue = deps.queues.findByArn(mapping.properties.EventSourceArn);
      return queue ? [openQueueMapping(mapping, queue, deps)] : [];
    }),
    ...deps.tables.flatMap(spec => openStreamMappings(mappings, spec, deps)),
  ];
}

function readMapping(resource: Resource, { functions, queues, tables }: MappingDeps): Mapping {
  const { stack, logicalId } = resource;
  const wrong = (what: string) => new HostError(`The event source ${stack}/${logicalId} ${what}.`);
  const parsed = Properties.safeParse(resource.properties);
  if (!parsed.success) throw wrong(`cannot be followed: ${z.prettifyError(parsed.error)}`);
  const { FunctionName, EventSourceArn, FilterCriteria, TumblingWindowInSeconds } = parsed.data;
  const pool = functions.find(FunctionName);
  if (!pool) throw wrong(`feeds ${FunctionName}, which is no function of the assembly`);
  const ofQueue = queues.findByArn(EventSourceArn) !== undefined;
  if (ofQueue && FilterCriteria)
    throw wrong('filters the messages of a queue, which the embedded host does not support');
  if (!ofQueue && !tables.some(({ streamArn }) => streamArn === EventSourceArn))
    throw wrong(`follows ${EventSourceArn}, which is neither a queue nor a table's stream of the assembly`);
  if (TumblingWindowInSeconds > 0)
    throw wrong('adds up in tumbling windows, which the embedded host does not support');
  return { id: `${stack}-${logicalId}`, properties: parsed.data, pool };
}

const reportsItemFailures = ({ properties }: Mapping) =>
  properties.FunctionResponseTypes.includes('ReportBatchItemFailures');

function openQueueMapping(mapping: Mapping, queue: Queue, { place, clock, onFault }: MappingDeps) {
  const { properties, pool } = mapping;
  return new QueueSource({
    queue,
    pool,
    place,
    clock,
    batchSize: properties.BatchSize ?? 10,
    windowSeconds: properties.MaximumBatchingWindowInSeconds,
    reportsItemFailures: reportsItemFailures(mapping),
    maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency,
    onFault,
  });
}

/** Those who follow one table's stream, and what deletes the records that all of them are done with. */
function openStreamMappings(
  mappings: readonly Mapping[],
  spec: TableSpec,
  deps: MappingDeps,
): readonly EventSource[] {
  if (!spec.StreamSpecification) return [];
  const { streamRecords: records, log } = deps;
  const following = mappings.filter(({ properties }) => properties.EventSourceArn === spec.streamArn);
  const enabled = following.filter(({ properties }) => properties.Enabled);
  const keepsADay = enabled.length === 0 || enabled.length < following.length;
  const followers = enabled.map(({ id }) => id);
  const trimmer = records && new StreamTrimmer({ records, table: spec.name, followers, keepsADay, log });
  const sources = enabled.map(mapping =>
    openStreamMapping(mapping, spec, deps, number => trimmer?.done(mapping.id, number)),
  );
  return trimmer ? [...sources, { busy: () => 0, close: () => trimmer.close() }] : sources;
}

function openStreamMapping(
  mapping: Mapping,
  spec: TableSpec,
  deps: MappingDeps,
  moved: (number: number) => void,
): StreamSource {
  const { client, place, clock, log, onFault } = deps;
  const { id, properties, pool } = mapping;
  const filters = properties.FilterCriteria?.Filters.map(({ Pattern }) =>
    readPattern(JSON.parse(Pattern), id),
  );
  return new StreamSource({
    reader: new StreamReader(client, spec.name),
    records: deps.streamRecords,
    spec,
    pool,
    place,
    clock,
    log,
    onFault,
    moved,
    position: smallFile(join(deps.folder, `${id}.json`), StreamPosition),
    sendTo: deps.queues.sendTo,
    settings: {
      batchSize: properties.BatchSize ?? 100,
      windowSeconds: properties.MaximumBatchingWindowInSeconds,
      startAt: properties.StartingPosition,
      reportsItemFailures: reportsItemFailures(mapping),
      retries: properties.MaximumRetryAttempts,
      oldestSeconds: properties.MaximumRecordAgeInSeconds,
      halvesOnError: properties.BisectBatchOnFunctionError,
      onFailureArn: properties.DestinationConfig?.OnFailure?.Destination,
      wanted: record => filters === undefined || filters.some(matches => matches(record)),
    },
  });
}
