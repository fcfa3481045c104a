import { executionName } from '../functions/domain/machine/order.ts';
import type { Machines } from '../functions/records/executions/step-functions.ts';
import type { HostClock } from '../local/host/clock.ts';
import type { ExecutionStatusChange } from '../local/step-functions/execution-status-change.ts';
import { openStepFunctions } from '../local/step-functions/step-functions.ts';
import { forgetfulJournal } from './forgetful-journal.ts';

/** Step Functions in this process on a virtual clock, with the one machine of the deployment. */
export interface VirtualMachines extends Machines {
  /** Stops an execution as an operator would; whether it ran. */
  abort(code: string, round: number): Promise<boolean>;
  /** Whether a wait is still open. */
  tokenLives(token: string): Promise<boolean>;
  /** The status of every execution, by name. */
  executions(): Promise<ReadonlyMap<string, string>>;
  /** Resolves when every execution waits for a timer, a token or a function. */
  idle(): Promise<void>;
}

export interface VirtualMachinesOptions {
  readonly clock: HostClock;
  readonly definition: string;
  readonly random: () => number;
  /** The machine's functions, by logical id; they may throw. */
  readonly call: (name: string, payload: unknown) => Promise<unknown>;
  readonly ended: (change: ExecutionStatusChange) => void;
  readonly fault: (error: Error) => void;
}

/** What this asks of the service answers with, as far as it is looked at. */
interface Answers {
  readonly __type?: string;
  readonly stateMachineArn: string;
  readonly status: string;
  readonly executions: readonly { readonly name: string; readonly status: string }[];
  readonly nextToken?: string;
}

/** Answers to a wait that is over. */
const GONE = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const NAME = 'Machine';
const PREFIX = 'arn:aws:states:ap-southeast-1:000000000000';

export async function openVirtualMachines(options: VirtualMachinesOptions): Promise<VirtualMachines> {
  const service = await openStepFunctions({
    // At the end the execution of every dossier is asked for, of those closed long ago, too.
    keepEnded: Number.POSITIVE_INFINITY,
    clock: options.clock,
    journal: forgetfulJournal(),
    region: 'ap-southeast-1',
    accountId: '000000000000',
    random: options.random,
    announce: change => change.status !== 'RUNNING' && options.ended(change),
    onFault: options.fault,
    async invokeFunction(functionArn, payload) {
      try {
        return {
          ok: true,
          payload: toJson(await options.call(functionArn.split(':').at(-1) ?? '', payload)),
        };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        return { ok: false, errorType: name, errorMessage: message };
      }
    },
  });
  async function ask(action: string, body: object): Promise<Answers> {
    return (await service.handle(action, body)).body as Answers;
  }
  async function demand(action: string, body: object, allowed: readonly string[] = []): Promise<Answers> {
    const answer = await ask(action, body);
    if (answer.__type !== undefined && !allowed.includes(answer.__type))
      throw new Error(`${action}: ${JSON.stringify(answer)}`);
    return answer;
  }
  const { stateMachineArn } = await demand('CreateStateMachine', {
    name: NAME,
    definition: options.definition,
    roleArn: 'arn:aws:iam::000000000000:role/machine',
  });
  const arnOf = (code: string, round: number) => `${PREFIX}:execution:${NAME}:${executionName(code, round)}`;

  return {
    idle: () => service.idle(),
    async start(order) {
      const name = executionName(order.dossier, order.round);
      const input = JSON.stringify(order);
      await demand('StartExecution', { stateMachineArn, name, input }, ['ExecutionAlreadyExists']);
    },
    async tell(taskToken, order) {
      const output = JSON.stringify(order);
      const answer = await demand('SendTaskSuccess', { taskToken, output }, GONE);
      return answer.__type === undefined ? 'told' : 'gone';
    },
    async status(code, round) {
      const executionArn = arnOf(code, round);
      const { __type, status } = await demand('DescribeExecution', { executionArn }, [
        'ExecutionDoesNotExist',
      ]);
      if (__type !== undefined) return 'unknown';
      return status === 'RUNNING' ? 'running' : 'ended';
    },
    async abort(code, round) {
      const executionArn = arnOf(code, round);
      const { __type, status } = await demand('DescribeExecution', { executionArn }, [
        'ExecutionDoesNotExist',
      ]);
      if (__type !== undefined || status !== 'RUNNING') return false;
      await demand('StopExecution', { executionArn, error: 'Operator', cause: 'stopped' });
      return true;
    },
    async tokenLives(taskToken) {
      // A heartbeat does nothing to a wait that asks for none, but only a wait that is still open takes it.
      return (await demand('SendTaskHeartbeat', { taskToken }, GONE)).__type === undefined;
    },
    async executions() {
      const found = new Map<string, string>();
      let nextToken: string | undefined;
      do {
        const page = await demand('ListExecutions', { stateMachineArn, maxResults: 1000, nextToken });
        for (const { name, status } of page.executions) found.set(name, status);
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return found;
    },
  };
}

/** As a function's answer goes over the wire. */
function toJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
