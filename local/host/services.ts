import { join } from 'node:path';
import type { Resources } from '../assembly/load-resources.ts';
import { type Bus, openBus } from '../events/bus.ts';
import { readRules } from '../events/rules.ts';
import { openTargets } from '../events/targets.ts';
import { openTimetable, type Timetable } from '../events/timetable.ts';
import type { GatewayServices } from '../gateway/gateway.ts';
import { asyncSettings, openAsyncCalls } from '../lambda/async-calls.ts';
import { functionConfig } from '../lambda/function-config.ts';
import { openFunctions } from '../lambda/functions.ts';
import { openLogSink } from '../lambda/log-sink.ts';
import { type EventSource, openMappings } from '../lambda/mappings.ts';
import { FunctionPool } from '../lambda/pool.ts';
import { openProcessors } from '../lambda/processors.ts';
import { openTimeSignal } from '../lambda/time-signal.ts';
import { openS3 } from '../s3/s3.ts';
import { queueSettings } from '../sqs/queue-settings.ts';
import { openQueues } from '../sqs/queues.ts';
import { Sqs } from '../sqs/sqs.ts';
import { openStepFunctions } from '../step-functions/step-functions.ts';
import { deployTable } from '../table/deploy-table.ts';
import { openExpirySweeper } from '../table/expiry.ts';
import { openTableClient } from '../table/table-client.ts';
import { foreignTableServer, startTableServer, tableServerProgram } from '../table/table-server.ts';
import { tableSpec } from '../table/table-spec.ts';
import { bucketSpecs, objectAnnouncement } from './buckets.ts';
import type { HostClock } from './clock.ts';
import type { HostOptions } from './options.ts';
import { type HostCredentials, PLACE } from './place.ts';
import { deployStateMachines } from './state-machines.ts';
import type { InvokeFunction } from './wire.ts';

/** All services of the host, open and wired to one another. */
export interface Services extends GatewayServices {
  readonly tableUrl: string;
  /** Creates the template's state machines, then lets schedules, streams and queues run. To be called when requests are answered. */
  start(): Promise<void>;
  idle(): Promise<void>;
  /** Ends all work: what is under way is cut off, and taken up again at the next start. */
  halt(): Promise<void>;
}

/** Threads of one function at most, unless the options say otherwise: calls beyond that wait. There are rarely so many (pool.ts). */
const CONCURRENCY = 8;
const A_DAY = 24 * 3600 * 1000;

/** Opens every service on the data folder. Pushes on `undo` what closes them, to be run from the last to the first. */
export async function openServices(deps: {
  options: HostOptions;
  resources: Resources;
  clock: HostClock;
  /** 0 for a clock that is moved by hand. */
  speed: number;
  awsUrl: string;
  credentials: HostCredentials;
  onFault: (thrown: unknown) => void;
  undo: (() => void | Promise<void>)[];
}): Promise<Services> {
  const { options, resources, clock, awsUrl, credentials, onFault, undo } = deps;
  const { dataFolder, log } = options;
  const place = PLACE;
  const under = (name: string) => join(dataFolder, name);
  let stopping = false;

  const tableServer =
    options.dynamodbEndpoint === undefined
      ? await startTableServer({ program: tableServerProgram(), file: join(under('table'), 'table.db') })
      : await foreignTableServer(options.dynamodbEndpoint);
  undo.push(tableServer.stop);
  void tableServer.ended.then(onFault);
  const table = openTableClient(tableServer.url);
  undo.push(table.close);
  const tables = resources.ofType('AWS::DynamoDB::Table').map(tableSpec);
  for (const spec of tables) {
    await deployTable(table, spec, log);
    if (spec.expiryAttribute === undefined) continue;
    undo.push(openExpirySweeper({ client: table, spec, attribute: spec.expiryAttribute, clock, log }).stop);
  }

  const queues = openQueues({ folder: under('queues'), clock, log, place });
  undo.push(queues.close);
  for (const { name, arn, properties } of resources.ofType('AWS::SQS::Queue'))
    queues.open(queueSettings(name, arn, properties));
  const sqs = new Sqs({ queues, clock, place, queueUrl: name => `${awsUrl}/${place.accountId}/${name}` });

  const logs = openLogSink({ folder: under('logs'), log, echo: options.echoFunctions ?? false });
  undo.push(logs.close);
  const time = openTimeSignal(clock, deps.speed);
  const processors = openProcessors();
  const pools = resources.ofType('AWS::Lambda::Function').map(resource => {
    const config = functionConfig(resource, {
      resources,
      codeFolder: under('code'),
      concurrency: options.concurrency ?? CONCURRENCY,
    });
    const tableUrl = tableServer.url;
    return new FunctionPool({ config, place, credentials, awsUrl, tableUrl, clock, time, logs, processors });
  });
  const functions = openFunctions(pools);
  undo.push(functions.stop);
  const asyncCalls = openAsyncCalls({
    pools,
    settings: asyncSettings(resources.ofType('AWS::Lambda::EventInvokeConfig')),
    folder: under('async'),
    clock,
    log,
    sendTo: queues.sendTo,
    onFault,
  });
  undo.push(asyncCalls.close);
  // A call that the host itself cuts off while stopping has no outcome: it is made again at the next start.
  const invokeFunction: InvokeFunction = async (arn, payload) => {
    const outcome = await functions.invoke(arn, payload);
    return stopping ? new Promise(() => undefined) : outcome;
  };

  const startExecution = async (stateMachineArn: string, input: string) =>
    (await stepFunctions.handle('StartExecution', { stateMachineArn, input })).status === 200;
  const deliver = openTargets({ callFunction: asyncCalls.call, sendTo: queues.sendTo, startExecution, log });
  const rules = readRules({
    rules: resources.ofType('AWS::Events::Rule'),
    schedules: resources.ofType('AWS::Scheduler::Schedule'),
    place,
    deliver,
  });
  const bus: Bus = openBus({ rules: rules.patterns, clock, place });

  const buckets = bucketSpecs(resources);
  const announcing = new Set(buckets.filter(({ announces }) => announces).map(({ name }) => name));
  const secrets = new Map(
    [credentials, ...(options.clients ?? [])].map(keys => [keys.accessKeyId, keys.secretAccessKey]),
  );
  const s3 = await openS3({
    clock,
    folder: under('objects'),
    region: place.region,
    credentials: accessKeyId => secrets.get(accessKeyId),
    onFault,
    announce: change => {
      if (announcing.has(change.bucket)) bus.announce(objectAnnouncement(change, place.accountId));
    },
  });
  undo.push(s3.close);
  for (const { name, versioning, cors } of buckets) await s3.createBucket(name, { versioning, cors });

  const stepFunctions = await openStepFunctions({
    clock,
    journalFolder: under('executions'),
    invokeFunction,
    region: place.region,
    accountId: place.accountId,
    taskTimeScale: Math.max(1, deps.speed),
    ...(options.keepExecutionsDays !== undefined && { keepEnded: options.keepExecutionsDays * A_DAY }),
    onFault,
    announce: detail => {
      const resources = [detail.executionArn];
      bus.announce({
        source: 'aws.states',
        detailType: 'Step Functions Execution Status Change',
        resources,
        detail,
      });
    },
  });
  undo.push(stepFunctions.close);

  const sources: EventSource[] = [];
  let timetable: Timetable | undefined;
  const busy = () =>
    functions.busy() + asyncCalls.busy() + sources.reduce((sum, source) => sum + source.busy(), 0);
  return {
    table,
    tableUrl: tableServer.url,
    stepFunctions,
    s3,
    sqs,
    functions,
    asyncCalls,
    bus,
    place,
    health: () => ({
      status: 'ok',
      time: new Date(clock.now()).toISOString(),
      region: place.region,
      account: place.accountId,
    }),
    async start() {
      await deployStateMachines({
        resources: resources.ofType('AWS::StepFunctions::StateMachine'),
        service: stepFunctions,
        log,
      });
      const mappings = resources.ofType('AWS::Lambda::EventSourceMapping');
      sources.push(
        ...openMappings({
          resources: mappings,
          functions,
          queues,
          tables,
          client: table,
          streamRecords: tableServer.streamRecords,
          folder: under('streams'),
          place,
          clock,
          log,
          onFault,
        }),
      );
      timetable = openTimetable({ entries: rules.timetable, folder: dataFolder, clock });
    },
    async halt() {
      stopping = true;
      timetable?.stop();
      asyncCalls.close();
      await Promise.all([functions.stop(), ...sources.map(source => source.close())]);
    },
    async idle() {
      do {
        await stepFunctions.idle();
        await new Promise(resolve => setTimeout(resolve, 5));
      } while (busy() > 0);
      await stepFunctions.idle();
    },
  };
}
