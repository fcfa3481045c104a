import { describe, expect, it } from 'vitest';
import { layBench, machine, ROLE, START, types } from './bench.ts';

const done = machine({ Done: { Type: 'Pass', End: true } });
const hold = machine({ Hold: { Type: 'Wait', Seconds: 60, End: true } });

describe('StartExecution', () => {
  it('of the same name and input, while the first runs, is a success with its date', async () => {
    const bench = await layBench();
    const stateMachineArn = await bench.create(hold);
    const request = { stateMachineArn, name: 'H01', input: '{"a": 1}' };
    const first = await bench.call('StartExecution', request);
    await bench.advance(5_000);
    expect(await bench.call('StartExecution', { ...request, input: '{"a":1}' })).toEqual(first);
    expect((await bench.call('ListExecutions', { stateMachineArn })).executions).toHaveLength(1);
  });

  it('of the same name and input twice at once starts one', async () => {
    const bench = await layBench();
    const stateMachineArn = await bench.create(hold);
    const request = { stateMachineArn, name: 'H01' };
    const [first, second] = await Promise.all([
      bench.call('StartExecution', request),
      bench.call('StartExecution', request),
    ]);
    expect(second).toEqual(first);
    expect((await bench.call('ListExecutions', { stateMachineArn })).executions).toHaveLength(1);
  });

  it('of a name with another input, or whose execution has ended, is refused', async () => {
    const bench = await layBench();
    const stateMachineArn = await bench.create(hold);
    await bench.start(stateMachineArn, { a: 1 }, 'H01');
    const other = { stateMachineArn, name: 'H01', input: '{"a":2}' };
    expect(await bench.refused('StartExecution', other)).toMatchObject({ __type: 'ExecutionAlreadyExists' });
    await bench.advance(60_000);
    const same = { stateMachineArn, name: 'H01', input: '{"a":1}' };
    expect(await bench.refused('StartExecution', same)).toMatchObject({ __type: 'ExecutionAlreadyExists' });
  });

  it.each([
    [
      'ExecutionDoesNotExist',
      'DescribeExecution',
      { executionArn: 'arn:aws:states:ap-southeast-1:000000000000:execution:m:none' },
    ],
    ['InvalidArn', 'DescribeExecution', { executionArn: 'H01' }],
    ['InvalidArn', 'StartExecution', { stateMachineArn: 'm' }],
    [
      'StateMachineDoesNotExist',
      'StartExecution',
      { stateMachineArn: 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:none' },
    ],
    ['ValidationException', 'StartExecution', {}],
    ['ValidationException', 'SendTaskSuccess', { output: '1' }],
    ['InvalidToken', 'SendTaskHeartbeat', { taskToken: 'nonsense' }],
    ['UnknownOperationException', 'StartSyncExecution', {}],
    ['InvalidName', 'CreateStateMachine', { name: 'a b', definition: JSON.stringify(done), roleArn: ROLE }],
    [
      'ValidationException',
      'CreateStateMachine',
      { name: 'a', definition: JSON.stringify(done), roleArn: ROLE, type: 'EXPRESS' },
    ],
  ])('%s from %s', async (type, action, body) => {
    const bench = await layBench();
    expect((await bench.refused(action, body)).__type).toBe(type);
  });

  it('refuses an input that is no JSON or beyond 256 KiB', async () => {
    const bench = await layBench();
    const stateMachineArn = await bench.create(done);
    for (const input of ['{', JSON.stringify('x'.repeat(262_144))]) {
      expect(await bench.refused('StartExecution', { stateMachineArn, input })).toMatchObject({
        __type: 'InvalidExecutionInput',
      });
    }
    expect(await bench.refused('StartExecution', { stateMachineArn, name: 'a:b' })).toMatchObject({
      __type: 'InvalidName',
    });
  });
});

describe('StopExecution', () => {
  it('aborts what runs, and of what has ended gives the date', async () => {
    const bench = await layBench();
    const executionArn = await bench.start(await bench.create(hold));
    await bench.advance(1_000);
    const { stopDate } = await bench.call('StopExecution', {
      executionArn,
      error: 'Withdrawn',
      cause: 'by the citizen',
    });
    expect(stopDate).toBe(START / 1000 + 1);
    await bench.advance(100_000);
    expect(await bench.call('StopExecution', { executionArn })).toEqual({ stopDate });
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'ABORTED',
      error: 'Withdrawn',
      cause: 'by the citizen',
      stopDate,
    });
    expect(types(await bench.history(executionArn))).toEqual([
      'ExecutionStarted',
      'WaitStateEntered',
      'ExecutionAborted',
    ]);
  });
});

describe('announcements', () => {
  it('tell of the beginning and the end', async () => {
    const bench = await layBench();
    const found = await bench.run(machine({ No: { Type: 'Fail', Error: 'No', Cause: 'not today' } }), {
      a: 1,
    });
    expect(bench.announced).toMatchObject([
      {
        status: 'RUNNING',
        executionArn: found.executionArn,
        startDate: START,
        stopDate: null,
        input: '{"a":1}',
        output: null,
      },
      {
        status: 'FAILED',
        error: 'No',
        cause: 'not today',
        stopDate: START,
        stateMachineArn: found.stateMachineArn,
      },
    ]);
  });
});

describe('lists', () => {
  it('of executions come newest first, by status, in pages that new executions do not shift', async () => {
    const bench = await layBench();
    const stateMachineArn = await bench.create(hold);
    for (const name of ['a', 'b', 'c', 'd', 'e']) await bench.start(stateMachineArn, {}, name);
    await bench.call('StopExecution', {
      executionArn: `${stateMachineArn.replace('stateMachine', 'execution')}:c`,
    });
    const first = await bench.call('ListExecutions', {
      stateMachineArn,
      statusFilter: 'RUNNING',
      maxResults: 2,
    });
    expect(first.executions.map(({ name }) => name)).toEqual(['e', 'd']);
    await bench.start(stateMachineArn, {}, 'f');
    const { nextToken } = first;
    const second = await bench.call('ListExecutions', {
      stateMachineArn,
      statusFilter: 'RUNNING',
      maxResults: 2,
      nextToken,
    });
    expect(second.executions.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(second.nextToken).toBeUndefined();
  });

  it('of events come in pages and either order, with or without data', async () => {
    const bench = await layBench();
    const { executionArn } = await bench.run(done, { secret: 1 });
    const first = await bench.call('GetExecutionHistory', { executionArn, maxResults: 3 });
    const { nextToken } = first;
    const second = await bench.call('GetExecutionHistory', { executionArn, maxResults: 3, nextToken });
    expect([...first.events, ...second.events].map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    const back = await bench.call('GetExecutionHistory', {
      executionArn,
      reverseOrder: true,
      includeExecutionData: false,
    });
    expect(back.events.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    expect(JSON.stringify(back)).not.toContain('secret');
    expect(back.events[0]?.timestamp).toBe(START / 1000);
  });
});

describe('state machines', () => {
  it('are created once, updated, tagged, listed and deleted', async () => {
    const bench = await layBench();
    const request = {
      name: 'm',
      definition: JSON.stringify(done),
      roleArn: ROLE,
      tags: [{ key: 'a', value: '1' }],
    };
    const created = await bench.call('CreateStateMachine', request);
    const { stateMachineArn } = created;
    expect(await bench.call('CreateStateMachine', request)).toEqual(created);
    expect(
      await bench.refused('CreateStateMachine', { ...request, definition: JSON.stringify(hold) }),
    ).toMatchObject({ __type: 'StateMachineAlreadyExists' });
    await bench.call('TagResource', { resourceArn: stateMachineArn, tags: [{ key: 'b', value: '2' }] });
    expect((await bench.call('ListTagsForResource', { resourceArn: stateMachineArn })).tags).toEqual([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ]);
    await bench.call('UpdateStateMachine', { stateMachineArn, definition: JSON.stringify(hold) });
    expect(JSON.parse((await bench.call('DescribeStateMachine', { stateMachineArn })).definition)).toEqual(
      hold,
    );
    expect((await bench.call('ListStateMachines', {})).stateMachines).toMatchObject([{ name: 'm' }]);
    await bench.call('DeleteStateMachine', { stateMachineArn });
    expect(await bench.refused('DescribeStateMachine', { stateMachineArn })).toMatchObject({
      __type: 'StateMachineDoesNotExist',
    });
    expect((await bench.call('ListStateMachines', {})).stateMachines).toEqual([]);
  });

  it('leave running executions the definition that they began with', async () => {
    const bench = await layBench();
    const before = machine({
      Hold: { Type: 'Wait', Seconds: 60, Next: 'Old' },
      Old: { Type: 'Pass', Output: 'old', End: true },
    });
    const stateMachineArn = await bench.create(before);
    const executionArn = await bench.start(stateMachineArn);
    await bench.call('UpdateStateMachine', { stateMachineArn, definition: JSON.stringify(done) });
    await bench.advance(60_000);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"old"',
    });
    expect(
      JSON.parse((await bench.call('DescribeStateMachineForExecution', { executionArn })).definition),
    ).toEqual(before);
  });
});
