import { type VirtualClock, virtualClock } from '../../../local/host/clock.ts';
import type { InvokeFunction, InvokeOutcome } from '../../../local/host/wire.ts';
import type { ExecutionStatusChange } from '../../../local/step-functions/execution-status-change.ts';
import {
  openStepFunctions,
  type StepFunctions,
  type StepFunctionsDeps,
} from '../../../local/step-functions/step-functions.ts';

export const ROLE = 'arn:aws:iam::000000000000:role/machine';
export const START = Date.parse('2026-03-02T00:00:00Z');

/** An event of a history as the wire carries it, with the details that tests look into. */
export interface WireEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly stateEnteredEventDetails?: { readonly name: string };
  readonly stateExitedEventDetails?: { readonly name: string };
  readonly taskScheduledEventDetails?: { readonly parameters: string };
  readonly taskFailedEventDetails?: object;
  readonly taskTimedOutEventDetails?: object;
  readonly evaluationFailedEventDetails?: object;
}

/** Members of the service's answers, all of them: a test reads those of the action it called. */
export interface Answer {
  readonly stateMachineArn: string;
  readonly executionArn: string;
  readonly name: string;
  readonly status: string;
  readonly startDate: number;
  readonly stopDate: number;
  readonly input: string;
  readonly output: string;
  readonly error: string;
  readonly cause: string;
  readonly definition: string;
  readonly events: readonly WireEvent[];
  readonly executions: readonly {
    readonly name: string;
    readonly status: string;
    readonly executionArn: string;
  }[];
  readonly stateMachines: readonly { readonly name: string }[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly nextToken?: string;
}

/** A function of the test: answers with a payload, an InvokeOutcome, or a promise of either. */
export type TestFunction = (payload: never, call: number) => unknown;

/** Step Functions on a test's table: a virtual clock, functions by name, and what was called and announced. */
export interface Bench {
  readonly clock: VirtualClock;
  readonly service: StepFunctions;
  readonly announced: ExecutionStatusChange[];
  readonly calls: { readonly functionArn: string; readonly payload: unknown }[];
  call(action: string, body: object): Promise<Answer>;
  refused(action: string, body: object): Promise<{ __type: string; message: string }>;
  create(definition: object, name?: string): Promise<string>;
  start(machine: string, input?: unknown, name?: string): Promise<string>;
  /** Creates, starts, lets it settle and describes. */
  run(definition: object, input?: unknown): Promise<Answer>;
  history(executionArn: string): Promise<readonly WireEvent[]>;
  advance(milliseconds: number): Promise<void>;
}

export interface BenchOptions extends Partial<Omit<StepFunctionsDeps, 'clock'>> {
  readonly functions?: Record<string, TestFunction>;
  readonly clock?: VirtualClock;
}

export async function layBench(options: BenchOptions = {}): Promise<Bench> {
  const { functions = {}, clock = virtualClock(START), ...deps } = options;
  const announced: ExecutionStatusChange[] = [];
  const calls: { functionArn: string; payload: unknown }[] = [];
  const invokeFunction: InvokeFunction = async (functionArn, payload) => {
    calls.push({ functionArn, payload });
    const name = functionArn.split(':').at(-1) ?? '';
    const run = functions[name];
    if (!run)
      return {
        ok: false,
        errorType: 'ResourceNotFoundException',
        errorMessage: `Function not found: ${name}`,
      };
    const given = await run(payload as never, calls.length);
    if (typeof given === 'object' && given !== null && 'ok' in given) return given as InvokeOutcome;
    return { ok: true, payload: given };
  };
  const service = await openStepFunctions({
    clock,
    invokeFunction,
    announce: event => announced.push(event),
    region: 'ap-southeast-1',
    accountId: '000000000000',
    random: () => 0.5,
    ...deps,
  });
  let machines = 0;
  const bench: Bench = {
    clock,
    service,
    announced,
    calls,
    async call(action, body) {
      const { status, body: answer } = await service.handle(action, body);
      if (status !== 200) throw new Error(`${action} answered ${status}: ${JSON.stringify(answer)}`);
      return answer as Answer;
    },
    async refused(action, body) {
      const { status, body: answer } = await service.handle(action, body);
      if (status === 200)
        throw new Error(`${action} should have been refused, but answered ${JSON.stringify(answer)}`);
      return answer as { __type: string; message: string };
    },
    async create(definition, name = `machine-${++machines}`) {
      const body = { name, definition: JSON.stringify(definition), roleArn: ROLE };
      return (await bench.call('CreateStateMachine', body)).stateMachineArn;
    },
    async start(stateMachineArn, input = {}, name) {
      const body = { stateMachineArn, input: JSON.stringify(input), ...(name !== undefined && { name }) };
      const { executionArn } = await bench.call('StartExecution', body);
      await service.idle();
      return executionArn;
    },
    async run(definition, input) {
      const executionArn = await bench.start(await bench.create(definition), input);
      return bench.call('DescribeExecution', { executionArn });
    },
    async history(executionArn) {
      return (await bench.call('GetExecutionHistory', { executionArn, maxResults: 1000 })).events;
    },
    async advance(milliseconds) {
      await service.idle();
      await clock.advanceTo(clock.now() + milliseconds);
      await service.idle();
    },
  };
  return bench;
}

/** A machine in JSONata that starts at the first of its states. */
export function machine(states: Record<string, object>, more: object = {}): object {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more };
}

/** Events as lines of `id after previous: type (state)`. */
export function lines(events: readonly WireEvent[]): string[] {
  return events.map(({ id, previousEventId, type, stateEnteredEventDetails, stateExitedEventDetails }) => {
    const name = (stateEnteredEventDetails ?? stateExitedEventDetails)?.name;
    return `${id} after ${previousEventId}: ${type}${name === undefined ? '' : ` (${name})`}`;
  });
}

/** The types of a history's events, in order. */
export function types(events: readonly WireEvent[]): string[] {
  return events.map(({ type }) => type);
}
