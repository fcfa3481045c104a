import { describe, expect, it } from 'vitest';
import { layBench, lines, machine, types } from './bench.ts';

const INVOKE = 'arn:aws:states:::lambda:invoke';
const CALLBACK = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
const FUNCTION = 'arn:aws:lambda:ap-southeast-1:000000000000:function:work';

const invoke = (more: object = {}) => ({
  Type: 'Task',
  Resource: INVOKE,
  Arguments: { FunctionName: 'work', Payload: '{% $states.input %}' },
  End: true,
  ...more,
});

const wait = (more: object = {}) => ({
  Type: 'Task',
  Resource: CALLBACK,
  Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
  End: true,
  ...more,
});

const asked = () => {
  const tokens: string[] = [];
  return { tokens, functions: { ask: (payload: { token: string }) => tokens.push(payload.token) } };
};

describe('a task that calls a function', () => {
  it('by its ARN hands over the input and takes its answer, with LambdaFunction events', async () => {
    const bench = await layBench({
      functions: { work: (payload: { n: number }) => ({ doubled: payload.n * 2 }) },
    });
    const found = await bench.run(machine({ Work: { Type: 'Task', Resource: FUNCTION, End: true } }), {
      n: 21,
    });
    expect(JSON.parse(found.output)).toEqual({ doubled: 42 });
    expect(lines(await bench.history(found.executionArn))).toEqual([
      '1 after 0: ExecutionStarted',
      '2 after 0: TaskStateEntered (Work)',
      '3 after 2: LambdaFunctionScheduled',
      '4 after 3: LambdaFunctionStarted',
      '5 after 4: LambdaFunctionSucceeded',
      '6 after 5: TaskStateExited (Work)',
      '7 after 6: ExecutionSucceeded',
    ]);
  });

  it('that answers nothing gives null', async () => {
    const bench = await layBench({ functions: { work: () => undefined } });
    const found = await bench.run(machine({ Work: { Type: 'Task', Resource: FUNCTION, End: true } }));
    expect(JSON.parse(found.output)).toBeNull();
  });

  it.each([
    [
      'its own error',
      { errorType: 'TypeError', errorMessage: 'no such thing', trace: ['a', 'b'] },
      'TypeError',
      '{"errorType":"TypeError","errorMessage":"no such thing","trace":["a","b"]}',
    ],
    [
      'a time limit',
      { errorType: 'Sandbox.Timedout', errorMessage: 'timed out after 3.00 seconds' },
      'Sandbox.Timedout',
      '{"errorType":"Sandbox.Timedout","errorMessage":"timed out after 3.00 seconds"}',
    ],
    [
      'an exit',
      { errorType: 'Runtime.ExitError', errorMessage: 'exited' },
      'Runtime.ExitError',
      '{"errorType":"Runtime.ExitError","errorMessage":"exited"}',
    ],
    [
      'no error type',
      { errorType: '', errorMessage: 'odd' },
      'Lambda.Unknown',
      expect.stringContaining('did not return an error type'),
    ],
    [
      "Lambda's refusal",
      { errorType: 'ResourceNotFoundException', errorMessage: 'Function not found' },
      'Lambda.ResourceNotFoundException',
      'Function not found',
    ],
  ])('fails with %s under AWS’s name', async (_what, failure, error, cause) => {
    const bench = await layBench({ functions: { work: () => ({ ok: false, ...failure }) } });
    const found = await bench.run(machine({ Work: invoke() }));
    expect(found).toMatchObject({ status: 'FAILED', error, cause });
    expect(lines(await bench.history(found.executionArn)).slice(2)).toEqual([
      '3 after 2: TaskScheduled',
      '4 after 3: TaskStarted',
      '5 after 4: TaskFailed',
      '6 after 5: ExecutionFailed',
    ]);
  });

  it('obeys TimeoutSeconds when it is an ordinary task, and ignores the late answer', async () => {
    const late = Promise.withResolvers();
    const bench = await layBench({ functions: { work: () => late.promise } });
    const executionArn = await bench.start(
      await bench.create(machine({ Work: invoke({ TimeoutSeconds: '{% 2 + 3 %}' }) })),
    );
    await bench.advance(4_999);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
    await bench.advance(1);
    late.resolve('too late');
    await bench.service.idle();
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
    const events = await bench.history(executionArn);
    expect(types(events)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskTimedOut',
      'ExecutionFailed',
    ]);
    expect(events[2]?.taskScheduledEventDetails).toMatchObject({
      timeoutInSeconds: 5,
      resource: 'invoke',
      resourceType: 'lambda',
      region: 'ap-southeast-1',
    });
    expect(events[4]?.taskTimedOutEventDetails).toMatchObject({ error: 'States.Timeout' });
  });

  it('by its ARN reports a lapse as LambdaFunctionTimedOut', async () => {
    const bench = await layBench({ functions: { work: () => new Promise(() => {}) } });
    const executionArn = await bench.start(
      await bench.create(
        machine({ Work: { Type: 'Task', Resource: FUNCTION, TimeoutSeconds: 5, End: true } }),
      ),
    );
    await bench.advance(5_000);
    expect(types(await bench.history(executionArn)).slice(-2)).toEqual([
      'LambdaFunctionTimedOut',
      'ExecutionFailed',
    ]);
  });

  it('fails with States.DataLimitExceeded when the answer is beyond 256 KiB', async () => {
    const bench = await layBench({ functions: { work: () => 'x'.repeat(262_144) } });
    expect(await bench.run(machine({ Work: invoke() }))).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });
});

describe('a task that waits for its token', () => {
  it('goes on with what SendTaskSuccess brings', async () => {
    const { tokens, functions } = asked();
    const bench = await layBench({ functions });
    const executionArn = await bench.start(await bench.create(machine({ Ask: wait() })));
    await bench.advance(86_400_000);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
    expect(await bench.call('SendTaskSuccess', { taskToken: tokens[0], output: '{"granted":true}' })).toEqual(
      {},
    );
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"granted":true}',
    });
    expect(lines(await bench.history(executionArn))).toEqual([
      '1 after 0: ExecutionStarted',
      '2 after 0: TaskStateEntered (Ask)',
      '3 after 2: TaskScheduled',
      '4 after 3: TaskStarted',
      '5 after 4: TaskSubmitted',
      '6 after 5: TaskSucceeded',
      '7 after 6: TaskStateExited (Ask)',
      '8 after 7: ExecutionSucceeded',
    ]);
  });

  it('answers TaskTimedOut once the task has ended, and InvalidToken for what it never issued', async () => {
    const { tokens, functions } = asked();
    const bench = await layBench({ functions });
    await bench.start(await bench.create(machine({ Ask: wait() })));
    const token = tokens[0] ?? '';
    await bench.call('SendTaskSuccess', { taskToken: token, output: '1' });
    expect(await bench.refused('SendTaskSuccess', { taskToken: token, output: '1' })).toMatchObject({
      __type: 'TaskTimedOut',
    });
    expect(await bench.refused('SendTaskFailure', { taskToken: token })).toMatchObject({
      __type: 'TaskTimedOut',
    });
    expect(await bench.refused('SendTaskHeartbeat', { taskToken: token })).toMatchObject({
      __type: 'TaskTimedOut',
    });
    const forged = `${token.slice(0, 10)}${token[10] === 'A' ? 'B' : 'A'}${token.slice(11)}`;
    expect(await bench.refused('SendTaskSuccess', { taskToken: forged, output: '1' })).toMatchObject({
      __type: 'InvalidToken',
    });
    expect(await bench.refused('SendTaskSuccess', { taskToken: token, output: '{' })).toMatchObject({
      __type: 'InvalidOutput',
    });
  });

  it('stays good for its token for a year less a moment', async () => {
    const { tokens, functions } = asked();
    const bench = await layBench({ functions });
    const executionArn = await bench.start(await bench.create(machine({ Ask: wait() })));
    await bench.advance(365 * 86_400_000 - 1);
    await bench.call('SendTaskSuccess', { taskToken: tokens[0], output: '1' });
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('fails without an error field when SendTaskFailure brings none', async () => {
    const { tokens, functions } = asked();
    const bench = await layBench({ functions });
    const executionArn = await bench.start(await bench.create(machine({ Ask: wait() })));
    await bench.call('SendTaskFailure', { taskToken: tokens[0] });
    const events = await bench.history(executionArn);
    expect(events.at(-2)).toMatchObject({
      type: 'TaskFailed',
      taskFailedEventDetails: { resource: 'invoke.waitForTaskToken' },
    });
    expect(events.at(-2)?.taskFailedEventDetails).not.toHaveProperty('error');
    const found = await bench.call('DescribeExecution', { executionArn });
    expect(found.status).toBe('FAILED');
    expect(found).not.toHaveProperty('error');
  });

  it('fails at once when its function fails, without waiting for the token', async () => {
    const bench = await layBench({
      functions: { ask: () => ({ ok: false, errorType: 'Broken', errorMessage: 'x' }) },
    });
    const found = await bench.run(machine({ Ask: wait() }));
    expect(found).toMatchObject({ status: 'FAILED', error: 'Broken' });
    expect(types(await bench.history(found.executionArn))).not.toContain('TaskSubmitted');
  });

  it('ends with the token even when that comes before the function has answered', async () => {
    const answer = Promise.withResolvers();
    const tokens: string[] = [];
    const bench = await layBench({
      functions: {
        ask: (payload: { token: string }) => {
          tokens.push(payload.token);
          return answer.promise;
        },
      },
    });
    const executionArn = await bench.start(await bench.create(machine({ Ask: wait() })));
    await bench.call('SendTaskSuccess', { taskToken: tokens[0], output: '"early"' });
    answer.resolve('late');
    await bench.service.idle();
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"early"',
    });
  });

  it('reports a lapsed heartbeat as TaskTimedOut with States.Timeout, and a heartbeat puts the lapse off', async () => {
    const { tokens, functions } = asked();
    const bench = await layBench({ functions });
    const executionArn = await bench.start(
      await bench.create(machine({ Ask: wait({ TimeoutSeconds: 100, HeartbeatSeconds: 10 }) })),
    );
    await bench.advance(9_000);
    await bench.call('SendTaskHeartbeat', { taskToken: tokens[0] });
    await bench.advance(9_000);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
    await bench.advance(1_000);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
    const events = await bench.history(executionArn);
    expect(events[2]?.taskScheduledEventDetails).toMatchObject({
      timeoutInSeconds: 100,
      heartbeatInSeconds: 10,
    });
    expect(events.at(-2)).toMatchObject({
      type: 'TaskTimedOut',
      taskTimedOutEventDetails: { error: 'States.Timeout' },
    });
    expect(await bench.refused('SendTaskSuccess', { taskToken: tokens[0], output: '1' })).toMatchObject({
      __type: 'TaskTimedOut',
    });
  });

  it('sees a token in the context only while it is a callback task', async () => {
    const bench = await layBench({ functions: { work: () => 1 } });
    const found = await bench.run(
      machine({
        Work: invoke({ Arguments: { FunctionName: 'work', Payload: '{% $states.context.Task.Token %}' } }),
      }),
    );
    expect(found).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});
