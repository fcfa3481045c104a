import { describe, expect, it } from 'vitest';
import { layBench, lines, machine, types } from './bench.ts';

const task = (more: object = {}) => ({
  Type: 'Task',
  Resource: 'arn:aws:lambda:ap-southeast-1:000000000000:function:work',
  End: true,
  ...more,
});
const fails = (errorType: string) => () => ({ ok: false, errorType, errorMessage: 'it failed' });
const caught = { Type: 'Pass', End: true };

describe('Retry', () => {
  it('waits longer each time, up to its limit, and gives up after MaxAttempts', async () => {
    const bench = await layBench({ functions: { work: fails('Busy') } });
    const Retry = [
      { ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 3 },
    ];
    const executionArn = await bench.start(await bench.create(machine({ Work: task({ Retry }) })));
    const calledAt: number[] = [];
    for (let second = 0; second <= 20; second++) {
      if (bench.calls.length > calledAt.length) calledAt.push(second);
      await bench.advance(1_000);
    }
    expect(calledAt).toEqual([0, 2, 8, 18]);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'Busy',
    });
    expect(lines(await bench.history(executionArn)).slice(0, 8)).toEqual([
      '1 after 0: ExecutionStarted',
      '2 after 0: TaskStateEntered (Work)',
      '3 after 2: LambdaFunctionScheduled',
      '4 after 3: LambdaFunctionStarted',
      '5 after 4: LambdaFunctionFailed',
      '6 after 5: LambdaFunctionScheduled',
      '7 after 6: LambdaFunctionStarted',
      '8 after 7: LambdaFunctionFailed',
    ]);
  });

  it('counts each retrier for itself and shows the attempts in the context', async () => {
    const errors = ['A', 'B', 'A', undefined];
    const bench = await layBench({
      functions: {
        work: (_payload: unknown, call: number) =>
          errors[call - 1] ? { ok: false, errorType: errors[call - 1], errorMessage: '' } : 'done',
      },
    });
    const Retry = [
      { ErrorEquals: ['A'], IntervalSeconds: 1, MaxAttempts: 2 },
      { ErrorEquals: ['B'], IntervalSeconds: 1, MaxAttempts: 1 },
    ];
    const states = { Work: task({ Retry, Arguments: '{% $states.context.State.RetryCount %}' }) };
    const executionArn = await bench.start(await bench.create(machine(states)));
    await bench.advance(60_000);
    expect(bench.calls.map(({ payload }) => payload)).toEqual([0, 1, 2, 3]);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('with full jitter waits the given share of the delay', async () => {
    const bench = await layBench({ functions: { work: fails('Busy') }, random: () => 0.25 });
    const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 8, MaxAttempts: 1, JitterStrategy: 'FULL' }];
    await bench.start(await bench.create(machine({ Work: task({ Retry }) })));
    await bench.advance(1_999);
    expect(bench.calls).toHaveLength(1);
    await bench.advance(1);
    expect(bench.calls).toHaveLength(2);
  });

  it('of States.TaskFailed leaves States.Timeout alone', async () => {
    const bench = await layBench({ functions: { work: () => new Promise(() => {}) } });
    const Retry = [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1 }];
    const executionArn = await bench.start(
      await bench.create(machine({ Work: task({ Retry, TimeoutSeconds: 3 }) })),
    );
    await bench.advance(3_000);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
  });
});

describe('Catch', () => {
  it('goes on with the error, its Assign and Output seeing $states.errorOutput', async () => {
    const bench = await layBench({ functions: { work: fails('Broken') } });
    const Catch = [
      {
        ErrorEquals: ['Broken'],
        Next: 'After',
        Assign: { what: '{% $states.errorOutput.Error %}' },
        Output: { was: '{% $states.input %}', cause: '{% $parse($states.errorOutput.Cause).errorMessage %}' },
      },
    ];
    const After = { Type: 'Pass', Output: { got: '{% $states.input %}', what: '{% $what %}' }, End: true };
    const found = await bench.run(machine({ Work: task({ Catch }), After }), 7);
    expect(JSON.parse(found.output)).toEqual({ got: { was: 7, cause: 'it failed' }, what: 'Broken' });
    expect(lines(await bench.history(found.executionArn)).slice(3, 7)).toEqual([
      '4 after 3: LambdaFunctionStarted',
      '5 after 4: LambdaFunctionFailed',
      '6 after 5: TaskStateExited (Work)',
      '7 after 6: PassStateEntered (After)',
    ]);
  });

  it('by default hands on Error and Cause, empty where the failure had none', async () => {
    const tokens: string[] = [];
    const bench = await layBench({ functions: { ask: (token: string) => tokens.push(token) } });
    const states = {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'ask', Payload: '{% $states.context.Task.Token %}' },
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'After' }],
        End: true,
      },
      After: caught,
    };
    const executionArn = await bench.start(await bench.create(machine(states)));
    await bench.call('SendTaskFailure', { taskToken: tokens[0] });
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      output: '{"Error":"","Cause":""}',
    });
  });

  it.each([
    ['States.TaskFailed', 'Anything', true],
    ['States.ALL', 'Anything', true],
    ['Other', 'Anything', false],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.ALL', 'States.Timeout', true],
    ['States.Timeout', 'States.Timeout', true],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
    ['States.TaskFailed', 'States.DataLimitExceeded', true],
    ['States.ALL', 'States.Runtime', false],
    ['States.Runtime', 'States.Runtime', false],
  ])('of %s meets %s: %s', async (name, errorType, isCaught) => {
    const bench = await layBench({ functions: { work: fails(errorType) } });
    const Catch = [{ ErrorEquals: [name], Next: 'After' }];
    const found = await bench.run(machine({ Work: task({ Catch }), After: caught }));
    expect(found.status).toBe(isCaught ? 'SUCCEEDED' : 'FAILED');
  });

  it('lets States.HeartbeatTimeout name a lapsed heartbeat, which it hands on as States.Timeout', async () => {
    const bench = await layBench({ functions: { ask: () => 1 } });
    const states = {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'ask', Payload: {} },
        HeartbeatSeconds: 5,
        Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'After' }],
        End: true,
      },
      After: caught,
    };
    const executionArn = await bench.start(await bench.create(machine(states)));
    await bench.advance(5_000);
    const found = await bench.call('DescribeExecution', { executionArn });
    expect(JSON.parse(found.output)).toEqual({ Error: 'States.Timeout', Cause: '' });
  });

  it('is asked only after the retries are used up', async () => {
    const bench = await layBench({ functions: { work: fails('Busy') } });
    const more = {
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'After' }],
    };
    const executionArn = await bench.start(await bench.create(machine({ Work: task(more), After: caught })));
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
    await bench.advance(1_000);
    expect(bench.calls).toHaveLength(2);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('takes an expression that failed, telling it as EvaluationFailed', async () => {
    const bench = await layBench({ functions: { work: () => 1 } });
    const more = {
      Output: '{% $states.input.missing %}',
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'After' }],
    };
    const found = await bench.run(machine({ Work: task(more), After: caught }));
    expect(found.status).toBe('SUCCEEDED');
    const events = await bench.history(found.executionArn);
    expect(types(events)).toContain('EvaluationFailed');
    expect(
      events.find(event => event.type === 'EvaluationFailed')?.evaluationFailedEventDetails,
    ).toMatchObject({
      error: 'States.QueryEvaluationError',
      location: 'Output',
      state: 'Work',
    });
  });
});
