import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2WithLambdaAuthorizer, Context } from 'aws-lambda';
import { letterheadOf } from '../functions/domain/printing/letterhead.ts';
import { demandAnyhow } from '../functions/domain/rights/judge.ts';
import { submitDossier } from '../functions/features/intake/submit-dossier.ts';
import { supplementDossier } from '../functions/features/intake/supplement-dossier.ts';
import { withdrawDossier } from '../functions/features/intake/withdraw-dossier.ts';
import { awaitTask } from '../functions/features/machine/await-task.ts';
import { soundAlarm } from '../functions/features/machine/sound-alarm.ts';
import { type SweepReport, sweep } from '../functions/features/machine/sweep.ts';
import { issueResult } from '../functions/features/results/issue-result.ts';
import type { ResultFiles } from '../functions/features/results/result-files.ts';
import { assignTask } from '../functions/features/tasks/assign-task.ts';
import { decideTask } from '../functions/features/tasks/decide-task.ts';
import { getTask } from '../functions/features/tasks/get-task.ts';
import { httpFunction, route } from '../functions/kernel/http/http-function.ts';
import { machineFunction } from '../functions/kernel/lambda/machine-function.ts';
import type { Pauses } from '../functions/kernel/retry/retry.ts';
import type { DossierStore } from '../functions/records/dossiers/dossier-store.ts';
import type { ExecutionRegistry } from '../functions/records/executions/execution-registry.ts';
import { recoverExecution } from '../functions/records/executions/recover-execution.ts';
import type { Machines } from '../functions/records/executions/step-functions.ts';
import { wakeMachine } from '../functions/records/executions/wake-machine.ts';
import { rulesLoader } from '../functions/records/rules/rules-loader.ts';
import { dossierOperations } from '../schemas/api/operations/dossiers.ts';
import { taskOperations } from '../schemas/api/operations/tasks.ts';
import type { DossierHead } from '../schemas/dossier/head.ts';
import { alarmInput, awaitInput, orderInput } from '../schemas/machine.ts';
import {
  catalogue,
  keyring,
  type MemoryFiles,
  organization,
  starter,
  workCalendars,
} from '../test/support/lifecycle/memory-province.ts';
import { noLists } from '../test/support/lifecycle/no-lists.ts';
import { noIntakeLimits } from '../test/support/lifecycle/no-quotas.ts';

export type ApiEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, unknown>>;

/** What an HTTP function answers API Gateway. */
export interface ApiReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The functions of the deployment that have to do with dossiers, over stores and machines that are handed in. */
export interface DeployedFunctions {
  /** Answers a request as API Gateway hands it to its function. */
  api(event: ApiEvent): Promise<ApiReply>;
  /** The functions the machine calls, by logical id. */
  readonly ofMachine: Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;
  sweep(): Promise<SweepReport>;
  watch(execution: { readonly name: string; readonly status: string }): Promise<string>;
}

export interface Seams {
  readonly dossiers: DossierStore;
  readonly registry: ExecutionRegistry;
  readonly machines: Machines;
  readonly files: MemoryFiles;
  readonly resultFiles: ResultFiles;
  readonly now: () => number;
  readonly pauses: Pauses;
  /** Whether the process dies before it wakes the machine. */
  readonly diesBeforeWake: () => boolean;
  /** A function failed with something that is no refusal. */
  readonly failed: (where: string, error: unknown) => void;
}

/** A logger that writes nothing and tells of errors. */
class WatchingLogger extends Logger {
  readonly #failed: (facts: unknown) => void;

  constructor(failed: (facts: unknown) => void) {
    super({ serviceName: 'motcua', logLevel: 'SILENT' });
    this.#failed = failed;
  }

  override error(_message: string, ...[facts]: unknown[]): void {
    this.#failed(facts);
  }
}

/** Virtual time does not pass within a step: the machine waits once more, for the second that is left. */
const until = async () => {};

const context = { functionName: 'simulated', awsRequestId: 'simulated' } as Context;

/** Wires the functions as their `index.ts` do, to what is handed in. */
export function deployFunctions(seams: Seams): DeployedFunctions {
  const { dossiers, registry, machines, files, now, pauses } = seams;
  const rules = rulesLoader({ catalogue, workCalendars, organization });
  const http = {
    now,
    authorize: demandAnyhow,
    logger: new WatchingLogger(facts => seams.failed('a request', facts)),
  };
  const logger = new WatchingLogger(facts => seams.failed('a step of the machine', facts));
  const machineDeps = { dossiers, registry, machines, now, pauses };
  const deps = {
    dossiers,
    pauses,
    catalogue,
    organization,
    workCalendars,
    rules,
    files: files.store,
    objects: files.objects,
    keyring: async () => keyring,
    ...noLists,
    ...noIntakeLimits,
    async wake(head: DossierHead) {
      if (seams.diesBeforeWake()) return;
      // As in openMachine: what cannot be told now is left to the sweeper.
      await wakeMachine({ registry, machines }, head).catch(() => undefined);
    },
  };
  const intake = httpFunction(
    [
      route(dossierOperations.submitDossier, call => submitDossier(deps, call)),
      route(dossierOperations.supplementDossier, call => supplementDossier(deps, call)),
      route(dossierOperations.withdrawDossier, call => withdrawDossier(deps, call)),
    ],
    http,
  );
  const tasks = httpFunction(
    [
      route(taskOperations.getTask, call => getTask(deps, call)),
      route(taskOperations.decideTask, call => decideTask(deps, call)),
      route(taskOperations.assignTask, call => assignTask(deps, call)),
    ],
    http,
  );
  const issueDeps = {
    ...machineDeps,
    rules,
    keyring: async () => keyring,
    resultFiles: seams.resultFiles,
    letterhead: async (unit: string) => letterheadOf(starter.units, unit),
  };
  return {
    async api(event) {
      const handler = event.rawPath.startsWith('/v1/tasks/') ? tasks : intake;
      // An HTTP function always answers with status, headers and a text.
      return (await handler(event, context)) as ApiReply;
    },
    ofMachine: {
      MachineAwait: machineFunction(awaitInput, logger, input => awaitTask(machineDeps, input)),
      MachineAlarm: machineFunction(alarmInput, logger, ({ order }) =>
        soundAlarm({ ...machineDeps, until }, order),
      ),
      MachineIssue: machineFunction(orderInput, logger, ({ order }) => issueResult(issueDeps, order)),
    },
    sweep: () =>
      sweep({
        ...machineDeps,
        recover: lost => recoverExecution(machineDeps, lost),
        failed: (code, error) => seams.failed(`the sweep of ${code}`, error),
      }),
    watch: execution => recoverExecution(machineDeps, execution),
  };
}
