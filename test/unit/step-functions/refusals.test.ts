import { describe, expect, it } from 'vitest';
import { layBench, machine, ROLE } from './bench.ts';

const FUNCTION = 'arn:aws:lambda:ap-southeast-1:000000000000:function:work';
const pass = { Type: 'Pass', End: true };
const map = (more: object) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: 'Each', States: { Each: pass } },
  End: true,
  ...more,
});

async function refusal(definition: unknown): Promise<{ __type: string; message: string }> {
  const bench = await layBench();
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition);
  return bench.refused('CreateStateMachine', { name: 'refused', definition: text, roleArn: ROLE });
}

describe('a definition is refused at creation, naming state and field', () => {
  it.each<[string, unknown, string[]]>([
    ['text that is no JSON', '{', ['not JSON']],
    [
      'JSONPath fields',
      machine({ Only: { ...pass, ResultPath: '$.x' } }),
      ['Only', 'ResultPath', 'JSONPath'],
    ],
    [
      'a JSONPath Choice',
      {
        StartAt: 'Only',
        States: {
          Only: { Type: 'Choice', Choices: [{ Variable: '$.x', IsNull: true, Next: 'End' }] },
          End: pass,
        },
      },
      ['Only', 'Choices', 'JSONPath'],
    ],
    [
      'JSONPath inside JSONata',
      machine({ Only: { ...pass, QueryLanguage: 'JSONPath' } }),
      ['Only', 'QueryLanguage'],
    ],
    [
      'rich JSONPath in Assign',
      { StartAt: 'Only', States: { Only: { ...pass, Assign: { 'x.$': '$..a[?(@.b)]' } } } },
      ['Only', 'Assign/x.$'],
    ],
    ['a distributed Map', machine({ Over: map({ ItemReader: {} }) }), ['Over', 'ItemReader', 'distributed']],
    [
      'a distributed processor',
      machine({
        Over: map({
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED' },
            StartAt: 'Each',
            States: { Each: pass },
          },
        }),
      }),
      ['Over', 'ProcessorConfig/Mode', 'distributed'],
    ],
    [
      'a reader of items',
      machine({ Over: map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject' } }) }),
      ['Over', 'ItemReader', 'distributed'],
    ],
    [
      'a queue',
      machine({ Send: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } }),
      ['Send', 'Resource', 'sqs:sendMessage'],
    ],
    [
      'a child execution',
      machine({
        Child: { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2', End: true },
      }),
      ['Child', 'Resource'],
    ],
    [
      'an activity',
      machine({
        Act: { Type: 'Task', Resource: 'arn:aws:states:ap-southeast-1:000000000000:activity:x', End: true },
      }),
      ['Act', 'Resource'],
    ],
    [
      'credentials',
      machine({ Work: { Type: 'Task', Resource: FUNCTION, Credentials: { RoleArn: ROLE }, End: true } }),
      ['Work', 'Credentials'],
    ],
    [
      'another argument of invoke',
      machine({
        Work: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: { FunctionName: 'x', InvocationType: 'Event' },
          End: true,
        },
      }),
      ['Work', 'Arguments/InvocationType'],
    ],
    ['a broken expression', machine({ Only: { ...pass, Output: { a: '{% 1 + %}' } } }), ['Only', 'Output/a']],
    ['a target that is none', machine({ Only: { Type: 'Pass', Next: 'Nowhere' } }), ['Only', 'Nowhere']],
    ['a state that nothing leads to', machine({ Only: pass, Lost: pass }), ['Lost']],
    ['neither Next nor End', machine({ Only: { Type: 'Pass' } }), ['Only', 'Next']],
    [
      'a start that is none',
      { QueryLanguage: 'JSONata', StartAt: 'Nowhere', States: { Only: pass } },
      ['StartAt', 'Nowhere'],
    ],
    [
      'both Seconds and Timestamp',
      machine({ Hold: { Type: 'Wait', Seconds: 1, Timestamp: '2026-03-02T00:00:00Z', End: true } }),
      ['Hold', 'Seconds'],
    ],
    [
      'States.ALL among others',
      machine({
        Work: { Type: 'Task', Resource: FUNCTION, Retry: [{ ErrorEquals: ['A', 'States.ALL'] }], End: true },
      }),
      ['Work', 'Retry', 'States.ALL'],
    ],
    [
      'a variable of an outer scope',
      machine({
        First: { Type: 'Pass', Assign: { x: 1 }, Next: 'Over' },
        Over: map({ ItemProcessor: { StartAt: 'Each', States: { Each: { ...pass, Assign: { x: 2 } } } } }),
      }),
      ['Each', 'x', 'outer scope'],
    ],
    [
      'a variable named states',
      machine({ Only: { ...pass, Assign: { states: 1 } } }),
      ['Only', 'Assign', 'states'],
    ],
    ['a type that is none', machine({ Only: { ...pass, Type: 'Dream' } }), ['Only', 'Type', 'Dream']],
    ['a field of no state', machine({ Only: { ...pass, Colour: 'red' } }), ['Only', 'Colour']],
    [
      'a heartbeat as long as the timeout',
      machine({
        Work: { Type: 'Task', Resource: FUNCTION, TimeoutSeconds: 5, HeartbeatSeconds: 5, End: true },
      }),
      ['Work', 'HeartbeatSeconds'],
    ],
    [
      'a timeout of nothing',
      machine({ Work: { Type: 'Task', Resource: FUNCTION, TimeoutSeconds: 0, End: true } }),
      ['Work', 'TimeoutSeconds'],
    ],
    [
      'a name used twice',
      machine({ Only: map({ ItemProcessor: { StartAt: 'Only', States: { Only: pass } } }) }),
      ['Only', 'same name'],
    ],
  ])('%s', async (_what, definition, words) => {
    const { __type, message } = await refusal(definition);
    expect(__type).toBe('InvalidDefinition');
    for (const word of words) expect(message).toContain(word);
  });

  it('an update is refused in the same way and leaves the machine as it was', async () => {
    const bench = await layBench();
    const stateMachineArn = await bench.create(machine({ Only: pass }));
    const definition = JSON.stringify(machine({ Only: { ...pass, Parameters: {} } }));
    expect(await bench.refused('UpdateStateMachine', { stateMachineArn, definition })).toMatchObject({
      __type: 'InvalidDefinition',
    });
    const { definition: kept } = await bench.call('DescribeStateMachine', { stateMachineArn });
    expect(JSON.parse(kept)).toEqual(machine({ Only: pass }));
  });
});
