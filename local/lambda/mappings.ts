import { join } from 'node:path';
import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import { readPattern } from '../events/pattern.ts';
import type { HostClock } from '../host/clock.ts';
import { HostError } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import type { Place } from '../host/place.ts';
import { smallFile } from '../host/small-file.ts';
import type { Queues } from '../sqs/queues.ts';
import { openStreamSource, StreamPosition } from '../table/stream-source.ts';
import type { TableClient } from '../table/table-client.ts';
import type { TableSpec } from '../table/table-spec.ts';
import { openQueueSource } from './event-source.ts';
import type { Functions } from './functions.ts';

const Mapping = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: z.coerce.number().optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.looseObject({ MaximumConcurrency: z.coerce.number().optional() }).optional(),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']).default('LATEST'),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  MaximumRecordAgeInSeconds: z.coerce.number().default(-1),
  BisectBatchOnFunctionError: z.boolean().default(false),
  DestinationConfig: z
    .looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() })
    .optional(),
  FilterCriteria: z.looseObject({ Filters: z.array(z.looseObject({ Pattern: z.string() })) }).optional(),
});

/** A source of events that feeds a function. */
export interface EventSource {
  busy(): number;
  close(): void | Promise<void>;
}

/** Opens the template's AWS::Lambda::EventSourceMapping resources on its queues and table streams. */
export function openMappings(deps: {
  resources: readonly Resource[];
  functions: Functions;
  queues: Queues;
  tables: readonly TableSpec[];
  client: TableClient;
  folder: string;
  place: Place;
  clock: HostClock;
  log: HostLog;
  onFault: (thrown: unknown) => void;
}): readonly EventSource[] {
  const { functions, queues, tables, client, folder, place, clock, log, onFault } = deps;
  return deps.resources.flatMap((resource): EventSource[] => {
    const { stack, logicalId } = resource;
    const wrong = (what: string) => new HostError(`The event source ${stack}/${logicalId} ${what}.`);
    const parsed = Mapping.safeParse(resource.properties);
    if (!parsed.success) throw wrong(`cannot be followed: ${z.prettifyError(parsed.error)}`);
    const mapping = parsed.data;
    if (!mapping.Enabled) return [];
    const pool = functions.find(mapping.FunctionName);
    if (!pool) throw wrong(`feeds ${mapping.FunctionName}, which is no function of the assembly`);
    const reportsItemFailures = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');

    const queue = queues.findByArn(mapping.EventSourceArn);
    if (queue) {
      if (mapping.FilterCriteria)
        throw wrong('filters the messages of a queue, which the embedded host does not support');
      const maximumConcurrency = mapping.ScalingConfig?.MaximumConcurrency;
      return [
        openQueueSource({
          queue,
          pool,
          place,
          batchSize: mapping.BatchSize ?? 10,
          reportsItemFailures,
          maximumConcurrency,
          onFault,
        }),
      ];
    }
    const spec = tables.find(table => table.streamArn === mapping.EventSourceArn);
    if (!spec)
      throw wrong(
        `follows ${mapping.EventSourceArn}, which is neither a queue nor a table's stream of the assembly`,
      );
    const filters = mapping.FilterCriteria?.Filters.map(({ Pattern }) =>
      readPattern(JSON.parse(Pattern), `${stack}/${logicalId}`),
    );
    return [
      openStreamSource({
        client,
        spec,
        pool,
        place,
        clock,
        log,
        onFault,
        position: smallFile(join(folder, `${stack}-${logicalId}.json`), StreamPosition),
        sendTo: queues.sendTo,
        settings: {
          batchSize: mapping.BatchSize ?? 100,
          startAt: mapping.StartingPosition,
          reportsItemFailures,
          retries: mapping.MaximumRetryAttempts,
          oldestSeconds: mapping.MaximumRecordAgeInSeconds,
          halvesOnError: mapping.BisectBatchOnFunctionError,
          onFailureArn: mapping.DestinationConfig?.OnFailure?.Destination,
          wanted: record => filters === undefined || filters.some(matches => matches(record)),
        },
      }),
    ];
  });
}
