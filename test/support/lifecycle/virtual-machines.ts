import { executionName } from '../../../functions/domain/machine/order.ts';
import type { Machines } from '../../../functions/records/executions/step-functions.ts';
import { type VirtualClock, virtualClock } from '../../../local/host/clock.ts';
import type { ExecutionStatusChange } from '../../../local/step-functions/execution-status-change.ts';
import { openStepFunctions } from '../../../local/step-functions/step-functions.ts';

/** What a test asks of an execution. */
export interface ExecutionView {
  readonly status: string;
  /** What the execution ended with, parsed. */
  readonly output: unknown;
  readonly error: string | undefined;
  /** The states that were entered, in order; each is one state transition. */
  readonly path: readonly string[];
}

/** Step Functions in this process on a virtual clock, with the one machine of the deployment. */
export interface VirtualMachines extends Machines {
  readonly clock: VirtualClock;
  readonly ended: ExecutionStatusChange[];
  view(code: string, round?: number): Promise<ExecutionView>;
  /** Deploys another definition: executions that run keep theirs. */
  deploy(definition: string): Promise<void>;
  /** Stops an execution as an operator would. */
  abort(code: string, round?: number): Promise<void>;
  /** Resolves when nothing moves any more at this instant. */
  settle(): Promise<void>;
  /** Moves time on to an instant, letting everything that falls due on the way happen at its time. */
  advanceTo(instant: number): Promise<void>;
}

interface Answers {
  readonly stateMachineArn: string;
  readonly status: string;
  readonly output?: string;
  readonly error?: string;
  readonly events: readonly { readonly stateEnteredEventDetails?: { readonly name: string } }[];
  readonly nextToken?: string;
}

/** A wait whose token no longer serves. */
const GONE = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const NAME = 'Machine';
const PREFIX = 'arn:aws:states:ap-southeast-1:000000000000';

/** Opens the service with a definition; `functions` are the machine's, by logical id, and may throw. */
export async function openVirtualMachines(options: {
  definition: string;
  startAt: number;
  functions: Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;
}): Promise<VirtualMachines> {
  const clock = virtualClock(options.startAt);
  const ended: ExecutionStatusChange[] = [];
  const faults: Error[] = [];
  let calls = 0;
  const service = await openStepFunctions({
    clock,
    region: 'ap-southeast-1',
    accountId: '000000000000',
    random: () => 0.5,
    announce: change => change.status !== 'RUNNING' && ended.push(change),
    onFault: error => faults.push(error),
    async invokeFunction(functionArn, payload) {
      const called = options.functions[functionArn.split(':').at(-1) ?? ''];
      if (!called) throw new Error(`The machine calls ${functionArn}, which no test function stands for.`);
      calls++;
      try {
        return { ok: true, payload: (await called(payload)) ?? null };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        return { ok: false, errorType: name, errorMessage: message };
      } finally {
        calls--;
      }
    },
  });

  async function call(action: string, body: object): Promise<Answers | { readonly __type: string }> {
    return (await service.handle(action, body)).body as Answers | { __type: string };
  }
  async function demand(action: string, body: object): Promise<Answers> {
    const answer = await call(action, body);
    if ('__type' in answer) throw new Error(`${action}: ${JSON.stringify(answer)}`);
    return answer;
  }
  const { stateMachineArn } = await demand('CreateStateMachine', {
    name: NAME,
    definition: options.definition,
    roleArn: 'arn:aws:iam::000000000000:role/machine',
  });
  const arnOf = (code: string, round: number) => `${PREFIX}:execution:${NAME}:${executionName(code, round)}`;

  async function settle(): Promise<void> {
    do {
      await service.idle();
      await new Promise<void>(resolve => setImmediate(resolve));
      await service.idle();
    } while (calls > 0);
    if (faults[0]) throw faults[0];
  }

  return {
    clock,
    ended,
    settle,
    async advanceTo(instant) {
      await settle();
      for (let next = clock.nextTimer(); next !== undefined && next <= instant; next = clock.nextTimer()) {
        await clock.advanceTo(next);
        await settle();
      }
      await clock.advanceTo(instant);
      await settle();
    },
    async start(order) {
      const name = executionName(order.dossier, order.round);
      const answer = await call('StartExecution', { stateMachineArn, name, input: JSON.stringify(order) });
      if ('__type' in answer && answer.__type !== 'ExecutionAlreadyExists')
        throw new Error(JSON.stringify(answer));
    },
    async tell(taskToken, order) {
      const answer = await call('SendTaskSuccess', { taskToken, output: JSON.stringify(order) });
      if (!('__type' in answer)) return 'told';
      if (GONE.includes(answer.__type)) return 'gone';
      throw new Error(JSON.stringify(answer));
    },
    async status(code, round) {
      const answer = await call('DescribeExecution', { executionArn: arnOf(code, round) });
      if ('__type' in answer) return 'unknown';
      return answer.status === 'RUNNING' ? 'running' : 'ended';
    },
    async view(code, round = 1) {
      const executionArn = arnOf(code, round);
      const { status, output, error } = await demand('DescribeExecution', { executionArn });
      const { events, nextToken } = await demand('GetExecutionHistory', { executionArn, maxResults: 1000 });
      if (nextToken) throw new Error(`${executionArn} has a longer history than a test looks at.`);
      return {
        status,
        output: output === undefined ? undefined : JSON.parse(output),
        error,
        path: events.flatMap(event => event.stateEnteredEventDetails?.name ?? []),
      };
    },
    async deploy(definition) {
      await demand('UpdateStateMachine', { stateMachineArn, definition });
    },
    async abort(code, round = 1) {
      await demand('StopExecution', {
        executionArn: arnOf(code, round),
        error: 'Operator',
        cause: 'stopped',
      });
      await settle();
    },
  };
}
