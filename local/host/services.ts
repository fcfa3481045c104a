import { type Bus, openBus } from '../events/bus.ts';
import { type Rules, readRules } from '../events/rules.ts';
import { openTargets } from '../events/targets.ts';
import { openTimetable, type Timetable } from '../events/timetable.ts';
import type { GatewayServices } from '../gateway/gateway.ts';
import { type Guard, openGuard } from '../iam/guard.ts';
import type { Kms } from '../kms/kms.ts';
import { type EventSource, openMappings } from '../lambda/mappings.ts';
import type { S3 } from '../s3/s3.ts';
import type { SecretsManager } from '../secrets-manager/secrets-manager.ts';
import type { Queues } from '../sqs/queues.ts';
import type { Sqs } from '../sqs/sqs.ts';
import type { StepFunctions } from '../step-functions/step-functions.ts';
import { PLACE } from './place.ts';
import { Lambda } from './services/lambda.ts';
import { openExecutions } from './services/open-executions.ts';
import { openTemplateKeys } from './services/open-keys.ts';
import { openTemplateQueues } from './services/open-queues.ts';
import { openTemplateSecrets } from './services/open-secrets.ts';
import { openStorage } from './services/open-storage.ts';
import { openTables, type Tables } from './services/open-tables.ts';
import { type Opening, under } from './services/opening.ts';
import { deployStateMachines } from './state-machines.ts';

/** All services of the host, open and wired to one another. */
export interface Services extends GatewayServices {
  readonly tableUrl: string;
  /** Creates the template's state machines, then lets schedules, streams and queues run. To be called when requests are answered. */
  start(): Promise<void>;
  idle(): Promise<void>;
  /** Ends all work: what is under way is cut off, and taken up again at the next start. */
  halt(): Promise<void>;
}

interface Parts {
  readonly guard: Guard;
  readonly tables: Tables;
  readonly queues: Queues;
  readonly sqs: Sqs;
  readonly kms: Kms;
  readonly secretsManager: SecretsManager;
  readonly lambda: Lambda;
  readonly rules: Rules;
  readonly bus: Bus;
  readonly s3: S3;
  readonly stepFunctions: StepFunctions;
}

/** Opens every service on the data folder. */
export async function openServices(opening: Opening): Promise<Services> {
  const tables = await openTables(opening);
  const { callers, options } = opening;
  const secretsManager = openTemplateSecrets(opening);
  const guard = openGuard({
    callers,
    place: PLACE,
    log: options.log,
    keysOf: tables.keysOf,
    secretArn: id => secretsManager.arnOf(id),
  });
  const { queues, sqs } = openTemplateQueues(opening);
  const kms = openTemplateKeys(opening);
  const lambda = new Lambda(opening, tables.server.url, queues);
  // Rules start executions, and executions announce themselves to rules.
  const startExecution = async (stateMachineArn: string, input: string) =>
    (await stepFunctions.handle('StartExecution', { stateMachineArn, input })).status === 200;
  const rules = readRules({
    rules: opening.resources.ofType('AWS::Events::Rule'),
    schedules: opening.resources.ofType('AWS::Scheduler::Schedule'),
    place: PLACE,
    deliver: openTargets({
      callFunction: lambda.asyncCalls.call,
      sendTo: queues.sendTo,
      startExecution,
      log: opening.options.log,
    }),
  });
  const bus: Bus = openBus({ rules: rules.patterns, clock: opening.clock, place: PLACE });
  const s3 = await openStorage(opening, bus, guard);
  const stepFunctions: StepFunctions = await openExecutions(opening, bus, lambda.invoke);
  const storage = { tables, s3, secretsManager };
  return running(opening, { ...storage, guard, queues, sqs, kms, lambda, rules, bus, stepFunctions });
}

function running(opening: Opening, parts: Parts): Services {
  const { guard, tables, sqs, kms, secretsManager, lambda, rules, bus, s3, stepFunctions } = parts;
  const { resources, clock, options } = opening;
  const sources: EventSource[] = [];
  let timetable: Timetable | undefined;
  const busy = () => sources.reduce((sum, source) => sum + source.busy(), lambda.busy());
  return {
    guard,
    table: tables.client,
    tableUrl: tables.server.url,
    stepFunctions,
    s3,
    sqs,
    kms,
    secretsManager,
    functions: lambda.functions,
    asyncCalls: lambda.asyncCalls,
    bus,
    place: PLACE,
    health: () => ({
      status: 'ok',
      time: new Date(clock.now()).toISOString(),
      region: PLACE.region,
      account: PLACE.accountId,
    }),
    async start() {
      await deployStateMachines({
        resources: resources.ofType('AWS::StepFunctions::StateMachine'),
        service: stepFunctions,
        log: options.log,
      });
      sources.push(...openSources(opening, parts));
      timetable = openTimetable({ entries: rules.timetable, folder: options.dataFolder, clock });
    },
    async halt() {
      timetable?.stop();
      await Promise.all([lambda.halt(), ...sources.map(source => source.close())]);
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

function openSources(opening: Opening, { tables, queues, lambda }: Parts): readonly EventSource[] {
  const { resources, clock, options, onFault } = opening;
  return openMappings({
    resources: resources.ofType('AWS::Lambda::EventSourceMapping'),
    functions: lambda.functions,
    queues,
    tables: tables.specs,
    client: tables.client,
    streamRecords: tables.server.streamRecords,
    folder: under(opening, 'streams'),
    place: PLACE,
    clock,
    log: options.log,
    onFault,
  });
}
