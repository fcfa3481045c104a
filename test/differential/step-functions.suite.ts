import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { machine } from '../unit/step-functions/bench.ts';
import type { Endpoint } from './endpoint.ts';

const recordings = join(import.meta.dirname, '../fixtures/states-language');

/** The history's events as the recordings have them: `id after previous: type (state)`. */
function lines(events: readonly HistoryEvent[]): string[] {
  return events.map(({ id, previousEventId, type, stateEnteredEventDetails, stateExitedEventDetails }) => {
    const name = (stateEnteredEventDetails ?? stateExitedEventDetails)?.name;
    return `${id} after ${previousEventId}: ${type}${name === undefined ? '' : ` (${name})`}`;
  });
}

/** What the application asks of Step Functions, and the executions recorded on AWS. */
export function stepFunctionsSuite(endpoint: () => Endpoint): void {
  const send: Endpoint['sfn']['send'] = (...parts: never[]) =>
    Reflect.apply(endpoint().sfn.send, endpoint().sfn, parts);
  let machines = 0;

  async function create(definition: object): Promise<string> {
    const { name, roleArn, undo } = endpoint();
    const { stateMachineArn = '' } = await send(
      new CreateStateMachineCommand({
        name: name(`machine-${++machines}`),
        definition: JSON.stringify(definition),
        roleArn,
      }),
    );
    undo.push(() => send(new DeleteStateMachineCommand({ stateMachineArn })));
    return stateMachineArn;
  }
  const start = async (stateMachineArn: string, input: unknown = {}, name?: string) =>
    (await send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), name })))
      .executionArn ?? '';
  const history = async (executionArn: string) =>
    (await send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }))).events ?? [];
  const ended = (executionArn: string) =>
    eventually(
      async () => {
        const execution = await send(new DescribeExecutionCommand({ executionArn }));
        return execution.status === 'RUNNING' ? undefined : execution;
      },
      { within: 60_000 },
    );
  /** The token is in what the function was given. */
  const token = async (executionArn: string) => {
    const submitted = await eventually(async () =>
      (await history(executionArn)).some(({ type }) => type === 'TaskSubmitted') ? true : undefined,
    );
    expect(submitted).toBe(true);
    const scheduled = (await history(executionArn)).findLast(({ type }) => type === 'TaskScheduled');
    const { Payload } = JSON.parse(scheduled?.taskScheduledEventDetails?.parameters ?? '{}');
    return String(Payload.token);
  };

  describe('recorded on AWS', () => {
    const files = readdirSync(recordings).filter(name => name.endsWith('.json') && !name.startsWith('task-'));
    it.concurrent.each(files)('%s', async file => {
      const {
        machine,
        startedWith,
        endsWith,
        history: recorded,
      } = JSON.parse(readFileSync(join(recordings, file), 'utf8'));
      const executionArn = await start(await create(machine), startedWith);
      const { status, error } = await ended(executionArn);
      expect({ status, error }).toEqual({ status: endsWith.status, error: endsWith.error ?? undefined });
      expect(lines(await history(executionArn))).toEqual(recorded);
    });
  });

  describe('a task with a token', () => {
    let stateMachineArn: string;
    beforeAll(async () => {
      const Ask = {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: {
          FunctionName: endpoint().functionArn,
          Payload: {
            token: '{% $states.context.Task.Token %}',
            routeKey: 'x',
            pathParameters: { proxy: 'plain' },
          },
        },
        TimeoutSeconds: '{% $states.input.limit %}',
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late', Output: '{% $states.errorOutput.Error %}' }],
        Output: '{% $states.result %}',
        End: true,
      };
      stateMachineArn = await create(machine({ Ask, Late: { Type: 'Pass', End: true } }));
    });

    it('goes on with what the bearer of the token says, once', async () => {
      const executionArn = await start(stateMachineArn, { limit: 300 });
      const taskToken = await token(executionArn);
      await send(new SendTaskSuccessCommand({ taskToken, output: '{"decision":"approve"}' }));
      expect(await ended(executionArn)).toMatchObject({
        status: 'SUCCEEDED',
        output: '{"decision":"approve"}',
      });
      expect((await history(executionArn)).map(({ type }) => type)).toEqual([
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskSubmitted',
        'TaskSucceeded',
        'TaskStateExited',
        'ExecutionSucceeded',
      ]);
      await expect(send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
        name: 'TaskTimedOut',
      });
    });

    it('fails with what the bearer says', async () => {
      const executionArn = await start(stateMachineArn, { limit: 300 });
      await send(
        new SendTaskFailureCommand({ taskToken: await token(executionArn), error: 'Refused', cause: 'so' }),
      );
      expect(await ended(executionArn)).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'so' });
    });

    it('ends by its limit, which can be caught', async () => {
      const executionArn = await start(stateMachineArn, { limit: 2 });
      expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"States.Timeout"' });
      expect((await history(executionArn)).map(({ type }) => type)).toContain('TaskTimedOut');
    });

    it('cannot be answered with a token that nobody issued', async () => {
      await expect(
        send(new SendTaskSuccessCommand({ taskToken: 'AQCEAAAAKgAAAAMAAAAA', output: '1' })),
      ).rejects.toMatchObject({ name: 'InvalidToken' });
    });
  });

  describe('an execution’s name', () => {
    const hold = machine({ Hold: { Type: 'Wait', Seconds: 600, End: true } });

    it('may be used again with the same input while it runs, and not otherwise', async () => {
      const stateMachineArn = await create(hold);
      const executionArn = await start(stateMachineArn, { a: 1 }, 'H01');
      expect(await start(stateMachineArn, { a: 1 }, 'H01')).toBe(executionArn);
      await expect(start(stateMachineArn, { a: 2 }, 'H01')).rejects.toMatchObject({
        name: 'ExecutionAlreadyExists',
      });
      await send(new StopExecutionCommand({ executionArn, error: 'Over', cause: 'enough' }));
      expect(await ended(executionArn)).toMatchObject({ status: 'ABORTED', error: 'Over', cause: 'enough' });
      await expect(start(stateMachineArn, { a: 1 }, 'H01')).rejects.toMatchObject({
        name: 'ExecutionAlreadyExists',
      });
    });

    it('is found in lists by state, page by page, the latest first', async () => {
      const stateMachineArn = await create(hold);
      const arns: string[] = [];
      for (const name of ['a', 'b', 'c']) arns.push(await start(stateMachineArn, {}, name));
      await send(new StopExecutionCommand({ executionArn: arns[1] }));
      const list = async (nextToken?: string) =>
        send(
          new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 1, nextToken }),
        );
      const first = await eventually(async () => {
        const page = await list();
        return page.executions?.[0]?.name === 'c' ? page : undefined;
      });
      const second = await list(first.nextToken);
      expect(second.executions?.map(({ name }) => name)).toEqual(['a']);
      for (const executionArn of arns) await send(new StopExecutionCommand({ executionArn }));
    });
  });

  it('an expression that yields nothing ends the execution with its error', async () => {
    const executionArn = await start(
      await create(machine({ Bad: { Type: 'Pass', Output: '{% $states.input.none %}', End: true } })),
    );
    expect(await ended(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });

  it('a definition that is wrong is refused when it is created', async () => {
    await expect(create(machine({ A: { Type: 'Pass', Next: 'Nowhere' } }))).rejects.toMatchObject({
      name: 'InvalidDefinition',
    });
  });
}
