import { describe, expect, it } from 'vitest';
import { layBench, lines, machine, types } from './bench.ts';

const pass = (more: object = {}) => ({ Type: 'Pass', End: true, ...more });
const output = (found: { output: string }) => JSON.parse(found.output);

describe('variables', () => {
  it('are assigned beside Output, which cannot see what was just assigned', async () => {
    const bench = await layBench();
    const states = {
      First: { Type: 'Pass', Assign: { count: 1 }, Next: 'Second' },
      Second: {
        Type: 'Pass',
        Assign: { count: '{% $count + 1 %}', before: '{% $count %}' },
        Output: '{% $count %}',
        Next: 'Third',
      },
      Third: pass({ Output: ['{% $states.input %}', '{% $count %}', '{% $before %}'] }),
    };
    expect(output(await bench.run(machine(states)))).toEqual([1, 2, 1]);
  });

  it('of an outer scope can be read inside a Parallel, and those inside cannot be seen outside', async () => {
    const bench = await layBench();
    const branch = {
      StartAt: 'In',
      States: {
        In: { Type: 'Pass', Assign: { inner: '{% $outer * 2 %}' }, Next: 'Out' },
        Out: pass({ Output: '{% $inner %}' }),
      },
    };
    const states = {
      Before: { Type: 'Pass', Assign: { outer: 21 }, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [branch], Next: 'After' },
      After: pass({ Output: { got: '{% $states.input %}', seen: '{% $exists($inner) %}' } }),
    };
    expect(output(await bench.run(machine(states)))).toEqual({ got: [42], seen: false });
  });

  it('show in the event of the exit', async () => {
    const bench = await layBench();
    const found = await bench.run(machine({ First: pass({ Assign: { a: { b: 1 } } }) }));
    const [, , exited] = await bench.history(found.executionArn);
    expect(exited?.stateExitedEventDetails).toMatchObject({
      assignedVariables: { a: '{"b":1}' },
      output: '{}',
    });
  });
});

describe('expressions', () => {
  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$hash("abc", "SHA-256")', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['$hash("abc", "MD5")', '900150983cd24fb0d6963f7d28e17f72'],
    ['$parse("{\\"a\\":[1]}").a[0]', 1],
    ['$random(7) = $random(7)', true],
    ['$random()', 0.5],
    ['$length($uuid())', 36],
    ['$now()', '2026-03-02T00:00:00.000Z'],
    ['$now("[Y]/[M01]", "+0700")', '2026/03'],
    ['$millis()', Date.parse('2026-03-02T00:00:00Z')],
    ['[]', []],
    ['{}', {}],
    ['null', null],
  ])('%s', async (expression, expected) => {
    const bench = await layBench();
    expect(output(await bench.run(machine({ Only: pass({ Output: `{% ${expression} %}` }) })))).toEqual(
      expected,
    );
  });

  it.each([
    ['$states.input.missing', 'returned nothing (undefined)'],
    ['$undefined', 'returned nothing (undefined)'],
    ['$eval("1")', 'threw an error during evaluation'],
    ['1 + "a"', 'T2002'],
    ['function($x){$x}', 'returned a function'],
    ['{"a": [$sum]}', 'returned a function'],
    ['($f := function($x){$f($x + 1) + 1}; $f(1))', 'threw an error during evaluation'],
  ])('%s is a States.QueryEvaluationError', async (expression, words) => {
    const bench = await layBench();
    const found = await bench.run(machine({ Only: pass({ Output: { total: `{% ${expression} %}` } }) }));
    expect(found).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(found.cause).toContain("while executing the state 'Only' (entered at the event id #2)");
    expect(found.cause).toContain(words);
    const events = await bench.history(found.executionArn);
    expect(events[2]).toMatchObject({
      type: 'EvaluationFailed',
      evaluationFailedEventDetails: { location: 'Output/total', state: 'Only' },
    });
  });
});

describe('Choice', () => {
  const choice = (more: object = {}) => ({
    Type: 'Choice',
    Choices: [
      {
        Condition: '{% $states.input > 10 %}',
        Next: 'End',
        Assign: { by: 'first' },
        Output: '{% "big " & $string($states.input) %}',
      },
      { Condition: '{% $states.input > 5 %}', Next: 'End', Assign: { by: 'second' } },
    ],
    ...more,
  });
  const End = pass({ Output: ['{% $states.input %}', '{% $exists($by) ? $by : "none" %}'] });

  it.each([
    [11, ['big 11', 'first']],
    [6, [6, 'second']],
    [1, ['small', 'default']],
  ])(
    'of %s takes the first rule that holds, or the Default, with its own Assign and Output',
    async (input, expected) => {
      const bench = await layBench();
      const states = { Choose: choice({ Default: 'End', Assign: { by: 'default' }, Output: 'small' }), End };
      expect(output(await bench.run(machine(states), input))).toEqual(expected);
    },
  );

  it('without a rule that holds and without Default fails with States.Runtime, as AWS does', async () => {
    const bench = await layBench();
    const found = await bench.run(machine({ Choose: choice(), End }), 1);
    expect(found).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(types(await bench.history(found.executionArn))).toEqual([
      'ExecutionStarted',
      'ChoiceStateEntered',
      'ExecutionFailed',
    ]);
  });

  it('whose Condition is no boolean fails with States.QueryEvaluationError', async () => {
    const bench = await layBench();
    const states = { Choose: { Type: 'Choice', Choices: [{ Condition: '{% "yes" %}', Next: 'End' }] }, End };
    const found = await bench.run(machine(states));
    expect(found).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(found.cause).toContain("Expected 'boolean', but was 'string'");
  });
});

describe('Wait', () => {
  it.each([
    [{ Seconds: 90 }, 90_000],
    [{ Seconds: '{% 60 * 2 %}' }, 120_000],
    [{ Timestamp: '2026-03-02T07:30:00+07:00' }, 30 * 60_000],
    [{ Timestamp: '{% $fromMillis($millis() + 5000) %}' }, 5_000],
  ])('%j', async (until, milliseconds) => {
    const bench = await layBench();
    const executionArn = await bench.start(
      await bench.create(machine({ Hold: { Type: 'Wait', ...until, Output: '{% $now() %}', End: true } })),
    );
    await bench.advance(milliseconds - 1);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'RUNNING' });
    await bench.advance(1);
    const found = await bench.call('DescribeExecution', { executionArn });
    expect(Date.parse(output(found)) - Date.parse('2026-03-02T00:00:00Z')).toBe(milliseconds);
  });

  it('of a year and more is cut off by the year that an execution may last', async () => {
    const bench = await layBench();
    const executionArn = await bench.start(
      await bench.create(machine({ Hold: { Type: 'Wait', Seconds: 40_000_000, End: true } })),
    );
    await bench.advance(365 * 86_400_000);
    expect(await bench.call('DescribeExecution', { executionArn })).toMatchObject({ status: 'TIMED_OUT' });
  });
});

describe('an execution', () => {
  it('ends TIMED_OUT when the machine’s TimeoutSeconds lapse', async () => {
    const bench = await layBench();
    const executionArn = await bench.start(
      await bench.create(machine({ Hold: { Type: 'Wait', Seconds: 60, End: true } }, { TimeoutSeconds: 30 })),
    );
    await bench.advance(30_000);
    const found = await bench.call('DescribeExecution', { executionArn });
    expect(found.status).toBe('TIMED_OUT');
    expect(found).not.toHaveProperty('error');
    expect((await bench.history(executionArn)).at(-1)).toMatchObject({
      type: 'ExecutionTimedOut',
      previousEventId: 0,
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  it('ends at 25,000 events', async () => {
    const bench = await layBench();
    const states = {
      Again: { Type: 'Pass', Next: 'Once more' },
      'Once more': { Type: 'Choice', Choices: [{ Condition: true, Next: 'Again' }], Default: 'Never' },
      Never: pass(),
    };
    const found = await bench.run(machine(states));
    expect(found).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    const { events } = await bench.call('GetExecutionHistory', {
      executionArn: found.executionArn,
      reverseOrder: true,
      maxResults: 1,
    });
    expect(events).toMatchObject([{ id: 25_000, type: 'ExecutionFailed' }]);
  });

  it('shows itself in the context', async () => {
    const bench = await layBench();
    const found = await bench.run(machine({ Only: pass({ Output: '{% $states.context %}' }) }), { a: 1 });
    expect(output(found)).toEqual({
      Execution: {
        Id: found.executionArn,
        Input: { a: 1 },
        Name: found.name,
        RoleArn: expect.any(String),
        StartTime: '2026-03-02T00:00:00.000Z',
        RedriveCount: 0,
      },
      StateMachine: { Id: found.stateMachineArn, Name: 'machine-1' },
      State: { Name: 'Only', EnteredTime: '2026-03-02T00:00:00.000Z' },
    });
  });

  it('succeeds through a Succeed state with its Output', async () => {
    const bench = await layBench();
    const found = await bench.run(
      machine({ Done: { Type: 'Succeed', Output: '{% $states.input + 1 %}' } }),
      1,
    );
    expect(output(found)).toBe(2);
    expect(types(await bench.history(found.executionArn))).toEqual([
      'ExecutionStarted',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
  });
});

describe('Parallel', () => {
  const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });

  it('runs its branches and gives their outputs in order', async () => {
    const bench = await layBench();
    const states = {
      Both: {
        Type: 'Parallel',
        Arguments: { n: '{% $states.input %}' },
        Branches: [
          branch('Slow', { Type: 'Wait', Seconds: 5, Output: 'slow', End: true }),
          branch('Fast', pass({ Output: '{% $states.input.n %}' })),
        ],
        Output: '{% $reverse($states.result) %}',
        End: true,
      },
    };
    const executionArn = await bench.start(await bench.create(machine(states)), 3);
    await bench.advance(5_000);
    expect(output(await bench.call('DescribeExecution', { executionArn }))).toEqual([3, 'slow']);
    expect(lines(await bench.history(executionArn))).toEqual([
      '1 after 0: ExecutionStarted',
      '2 after 0: ParallelStateEntered (Both)',
      '3 after 2: ParallelStateStarted',
      '4 after 3: WaitStateEntered (Slow)',
      '5 after 3: PassStateEntered (Fast)',
      '6 after 5: PassStateExited (Fast)',
      '7 after 4: WaitStateExited (Slow)',
      '8 after 7: ParallelStateSucceeded',
      '9 after 7: ParallelStateExited (Both)',
      '10 after 9: ExecutionSucceeded',
    ]);
  });

  it('fails with the error of a branch and stops the others', async () => {
    const bench = await layBench();
    const states = {
      Both: {
        Type: 'Parallel',
        Branches: [
          branch('Slow', { Type: 'Wait', Seconds: 5, End: true }),
          branch('Bad', { Type: 'Fail', Error: 'Bad', Cause: '{% "be" & "cause" %}' }),
        ],
        Catch: [{ ErrorEquals: ['Bad'], Output: '{% $states.errorOutput %}', Next: 'After' }],
        End: true,
      },
      After: pass(),
    };
    const found = await bench.run(machine(states));
    expect(output(found)).toEqual({ Error: 'Bad', Cause: 'because' });
    expect(lines(await bench.history(found.executionArn)).slice(3)).toEqual([
      '4 after 3: WaitStateEntered (Slow)',
      '5 after 3: FailStateEntered (Bad)',
      '6 after 4: WaitStateAborted',
      '7 after 5: ParallelStateFailed',
      '8 after 7: ParallelStateExited (Both)',
      '9 after 8: PassStateEntered (After)',
      '10 after 9: PassStateExited (After)',
      '11 after 10: ExecutionSucceeded',
    ]);
    await bench.advance(10_000);
    expect(await bench.history(found.executionArn)).toHaveLength(11);
  });

  it('cannot catch a States.Runtime inside a branch, which ends the execution', async () => {
    const bench = await layBench();
    const stuck = { Type: 'Choice', Choices: [{ Condition: false, Next: 'Never' }] };
    const states = {
      Both: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'Stuck', States: { Stuck: stuck, Never: pass() } }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'After' }],
        End: true,
      },
      After: pass(),
    };
    const found = await bench.run(machine(states));
    expect(found).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(lines(await bench.history(found.executionArn)).slice(3)).toEqual([
      '4 after 3: ChoiceStateEntered (Stuck)',
      '5 after 4: ExecutionFailed',
    ]);
  });

  it('that fails at once calls no function of the branches that it stops', async () => {
    const bench = await layBench({ functions: { work: () => 1 } });
    const resource = 'arn:aws:lambda:ap-southeast-1:000000000000:function:work';
    const work = { Type: 'Task', Resource: resource, End: true };
    const branches = [branch('Work', work), branch('Bad', { Type: 'Fail', Error: 'Bad' })];
    const found = await bench.run(machine({ Both: { Type: 'Parallel', Branches: branches, End: true } }));
    expect(found).toMatchObject({ status: 'FAILED', error: 'Bad' });
    expect(bench.calls).toEqual([]);
  });

  it('can be retried whole', async () => {
    let calls = 0;
    const bench = await layBench({
      functions: { work: () => (++calls < 2 ? { ok: false, errorType: 'Once', errorMessage: '' } : 'ok') },
    });
    const work = {
      Type: 'Task',
      Resource: 'arn:aws:lambda:ap-southeast-1:000000000000:function:work',
      End: true,
    };
    const states = {
      Both: {
        Type: 'Parallel',
        Branches: [branch('Work', work)],
        Retry: [{ ErrorEquals: ['Once'] }],
        End: true,
      },
    };
    const executionArn = await bench.start(await bench.create(machine(states)));
    await bench.advance(1_000);
    expect(output(await bench.call('DescribeExecution', { executionArn }))).toEqual(['ok']);
  });
});

describe('Map', () => {
  const map = (more: object, processor: object = { Each: pass() }) => ({
    Type: 'Map',
    ItemProcessor: { StartAt: Object.keys(processor)[0], States: processor },
    End: true,
    ...more,
  });

  it.each([`{% $number('2') %}`, '{% $number("2") %}'])('runs over items of which %s is one', async item => {
    const bench = await layBench();
    const states = { Over: map({ Items: [1, item, 3], MaxConcurrency: 1 }) };
    expect((await bench.run(machine(states))).output).toBe('[1,2,3]');
  });

  it.each([
    ['ToleratedFailureCount', '{% $states.input.tolerated %}', 'SUCCEEDED'],
    ['ToleratedFailurePercentage', 100, 'SUCCEEDED'],
    ['ToleratedFailurePercentage', '{% $states.input.tolerated * 51 %}', 'FAILED'],
    ['ToleratedFailureCount', '{% $string($states.input.tolerated) %}', 'FAILED'],
    ['MaxConcurrency', '{% $states.input.tolerated %}', 'SUCCEEDED'],
  ])('takes %s of %j, which must be a number in its range', async (field, value, status) => {
    const bench = await layBench();
    const states = { Over: map({ Items: [1, 2, 3], [field]: value }) };
    const found = await bench.run(machine(states), { tolerated: 2 });
    expect(found).toMatchObject({ status });
    expect(found.error).toBe(status === 'FAILED' ? 'States.QueryEvaluationError' : undefined);
  });

  it('runs over an array with its ItemSelector and the item in the context', async () => {
    const bench = await layBench();
    const each = { Each: pass({ Output: '{% [$states.input.value, $states.context.Map.Item.Index] %}' }) };
    const selector = { value: '{% $states.context.Map.Item.Value * $states.input.factor %}' };
    const states = { Over: map({ Items: '{% $states.input.items %}', ItemSelector: selector }, each) };
    const found = await bench.run(machine(states), { items: [1, 2], factor: 10 });
    expect(output(found)).toEqual([
      [10, 0],
      [20, 1],
    ]);
  });

  it('over what is no array fails, says where and why, and may be caught', async () => {
    const bench = await layBench();
    const Items = '{% $states.input.items %}';
    const Catch = [
      { ErrorEquals: ['States.ALL'], Next: 'Caught', Output: '{% $states.errorOutput.Error %}' },
    ];
    const states = { Over: map({ Items, Catch }), Caught: pass() };
    const found = await bench.run(machine(states), { items: 7 });
    expect(output(found)).toBe('States.QueryEvaluationError');
    const events = await bench.history(found.executionArn);
    expect(lines(events)).toEqual([
      '1 after 0: ExecutionStarted',
      '2 after 0: MapStateEntered (Over)',
      '3 after 0: EvaluationFailed',
      '4 after 3: MapStateFailed',
      '5 after 4: MapStateExited (Over)',
      '6 after 5: PassStateEntered (Caught)',
      '7 after 6: PassStateExited (Caught)',
      '8 after 7: ExecutionSucceeded',
    ]);
    expect(events[2]?.evaluationFailedEventDetails).toEqual({
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'Over' (entered at the event id #2). The JSONata expression '$states.input.items' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 7",
      location: 'Items',
      state: 'Over',
    });
  });

  it('runs over an object by key and value', async () => {
    const bench = await layBench();
    const found = await bench.run(
      machine({ Over: map({}, { Each: pass({ Output: '{% $states.context.Map.Item.Key %}' }) }) }),
      { a: 1, b: 2 },
    );
    expect(output(found)).toEqual(['a', 'b']);
  });

  it('keeps to MaxConcurrency', async () => {
    const bench = await layBench();
    const states = {
      Over: map({ MaxConcurrency: '{% 1 + 1 %}' }, { Each: { Type: 'Wait', Seconds: 10, End: true } }),
    };
    const executionArn = await bench.start(await bench.create(machine(states)), [1, 2, 3, 4, 5]);
    const begun = async () =>
      types(await bench.history(executionArn)).filter(type => type === 'MapIterationStarted').length;
    expect(await begun()).toBe(2);
    await bench.advance(10_000);
    expect(await begun()).toBe(4);
    await bench.advance(20_000);
    expect(output(await bench.call('DescribeExecution', { executionArn }))).toEqual([1, 2, 3, 4, 5]);
  });

  it('fails with the error of an iteration and stops the others', async () => {
    const bench = await layBench();
    const each = {
      Each: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input = 2 %}', Next: 'Bad' }],
        Default: 'Slow',
      },
      Bad: { Type: 'Fail', Error: 'Bad' },
      Slow: { Type: 'Wait', Seconds: 5, End: true },
    };
    const found = await bench.run(machine({ Over: map({}, each) }), [1, 2]);
    expect(found).toMatchObject({ status: 'FAILED', error: 'Bad' });
    expect(lines(await bench.history(found.executionArn)).slice(-6)).toEqual([
      '11 after 10: FailStateEntered (Bad)',
      '12 after 11: MapIterationFailed',
      '13 after 7: WaitStateAborted',
      '14 after 7: MapIterationAborted',
      '15 after 11: MapStateFailed',
      '16 after 15: ExecutionFailed',
    ]);
  });

  it('assigns inside an iteration without touching the others', async () => {
    const bench = await layBench();
    const each = {
      Set: { Type: 'Pass', Assign: { mine: '{% $states.input * $factor %}' }, Next: 'Get' },
      Get: pass({ Output: '{% $mine %}' }),
    };
    const states = {
      First: { Type: 'Pass', Assign: { factor: 3 }, Next: 'Over' },
      Over: map({ Assign: { sum: '{% $sum($states.result) %}' }, Next: 'Last', End: undefined }, each),
      Last: pass({ Output: '{% $sum %}' }),
    };
    expect(output(await bench.run(machine(states), [1, 2, 3]))).toBe(18);
  });

  it('over neither array nor object fails with States.QueryEvaluationError', async () => {
    const bench = await layBench();
    expect(await bench.run(machine({ Over: map({ Items: '{% 5 %}' }) }))).toMatchObject({
      error: 'States.QueryEvaluationError',
    });
  });

  it('inside a Parallel inside a Map finds its way', async () => {
    const bench = await layBench();
    const inner = map(
      { Items: '{% [$states.input, $states.input + 1] %}' },
      { Deep: pass({ Output: '{% $states.input * 100 %}' }) },
    );
    const each = {
      Both: { Type: 'Parallel', Branches: [{ StartAt: 'Inner', States: { Inner: inner } }], End: true },
    };
    expect(output(await bench.run(machine({ Over: map({}, each) }), [1, 5]))).toEqual([
      [[100, 200]],
      [[500, 600]],
    ]);
  });
});
