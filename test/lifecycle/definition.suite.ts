import validate from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { lifecycle } from '../../functions/domain/lifecycle/states.ts';
import { machinePhase, waitPhase } from '../../schemas/dossier/states.ts';
import type { State, SynthesizedMachine } from '../support/lifecycle/synthesized-machine.ts';

const CALLBACK = 'arn:aws:states:::lambda:invoke.waitForTaskToken';

/** The synthesized definition: what CDK could have made of it without anybody noticing. */
export function definitionSuite(machine: () => SynthesizedMachine): void {
  const states = (type?: string): [string, State][] =>
    Object.entries(machine().definition.States).filter(([, state]) => !type || state.Type === type);
  const waits = () => states('Task').filter(([, { Resource }]) => Resource === CALLBACK);

  describe('the definition', () => {
    test('speaks JSONata throughout', () => {
      expect(machine().definition.QueryLanguage).toBe('JSONata');
      for (const [, state] of states()) expect(state).not.toHaveProperty('QueryLanguage', 'JSONPath');
    });

    test('is accepted by asl-validator', () => {
      const { isValid, errors } = validate(machine().definition, { checkArn: true, checkPaths: true });
      expect(errors).toEqual([]);
      expect(isValid).toBe(true);
    });

    test('holds no field of JSONPath, and no token that would come out as a literal', () => {
      const { text } = machine();
      const fields =
        /"(TimeoutSecondsPath|HeartbeatSecondsPath|InputPath|OutputPath|ResultPath|Parameters|ResultSelector)"|"[^"]+\.\$":/;
      expect(text).not.toMatch(fields);
      expect(text).not.toContain('$$.');
      for (const [name, { Arguments }] of waits()) {
        expect(Arguments?.Payload['token'], name).toBe('{% $states.context.Task.Token %}');
      }
    });

    test('gives the token to nobody but the function that keeps it', () => {
      const holders = states().filter(([, state]) => JSON.stringify(state).includes('Task.Token'));
      expect(holders).toEqual(waits());
      const keepers = new Set(waits().map(([, { Arguments }]) => Arguments?.FunctionName.split(':').at(-1)));
      expect([...keepers]).toEqual(['MachineAwait']);
    });

    test('waits with a limit, and catches its lapse apart from every failure', () => {
      expect(waits()).toHaveLength(waitPhase.options.length);
      for (const [name, { TimeoutSeconds, Catch = [] }] of waits()) {
        expect(TimeoutSeconds, name).toMatch(/^\{% .*wakeAt.* %\}$/);
        expect(
          Catch.map(({ ErrorEquals, Next }) => [...ErrorEquals, Next]),
          name,
        ).toEqual([
          ['States.Timeout', 'Sound alarm'],
          ['States.ALL', 'Lost'],
        ]);
      }
    });

    test('retries failed calls, and never a wait that lapsed', () => {
      for (const [name, { Retry = [] }] of waits()) {
        expect(
          Retry.flatMap(({ ErrorEquals }) => ErrorEquals),
          name,
        ).toEqual(['States.TaskFailed']);
      }
      for (const [name, state] of states('Task')) {
        expect(state.Retry?.length, name).toBeGreaterThan(0);
        expect(state.Catch?.at(-1), name).toMatchObject({ ErrorEquals: ['States.ALL'], Next: 'Lost' });
        expect(state, name).toHaveProperty('TimeoutSeconds');
      }
    });

    test('has a default in every choice', () => {
      expect(states('Choice').length).toBeGreaterThan(0);
      for (const [name, { Default }] of states('Choice')) expect(Default, name).toBe('Lost');
    });

    test('routes every phase that an order may name through one choice: a result in two ways, all else in one', () => {
      const [[, route] = ['', undefined]] = states('Choice');
      const routed = (route?.Choices ?? []).map(({ Condition }) => /phase = '(\w+)'/.exec(Condition)?.[1]);
      expect([...routed].sort()).toEqual([...machinePhase.options, 'issue'].sort());
      const reached = new Set([
        ...(route?.Choices ?? []).map(({ Next }) => Next),
        'Lost',
        'Sound alarm',
        'Route',
      ]);
      expect([...reached].sort()).toEqual(
        states()
          .map(([name]) => name)
          .sort(),
      );
    });

    test('begins with the wait for reception, and goes on from every state but its ends', () => {
      const { StartAt, States } = machine().definition;
      expect(StartAt).toBe('Await reception');
      expect(States[StartAt]?.Arguments?.Payload['phase']).toBe('reception');
      const last = states().filter(([, state]) => state['End'] === true || /Succeed|Fail/.test(state.Type));
      expect(last.map(([name]) => name).sort()).toEqual([
        'Continued in the next round',
        'Declined',
        'Issue and return',
        'Lost',
        'Returned',
        'Stopped',
        'Withdrawn',
      ]);
      for (const [name, state] of states('Task'))
        if (name !== 'Issue and return') expect(state['Next'], name).toBe('Route');
    });

    test('waits for what the lifecycle waits for, and ends where it ends', () => {
      const waitedFor = new Set(Object.values(lifecycle).flatMap(({ waitsFor }) => waitsFor));
      expect(waitedFor).toEqual(new Set(waitPhase.options));
      expect(
        waits()
          .map(([, { Arguments }]) => Arguments?.Payload['phase'])
          .sort(),
      ).toEqual([...waitedFor].sort());
      const ends = Object.entries(lifecycle).flatMap(([name, { leadsTo }]) =>
        leadsTo.length === 0 ? [name] : [],
      );
      const [[, route] = ['', undefined]] = states('Choice');
      const succeeding = new Set(states('Succeed').map(([name]) => name));
      const ending = (route?.Choices ?? []).flatMap(({ Condition, Next }) =>
        succeeding.has(Next) ? [/phase = '(\w+)'/.exec(Condition)?.[1]] : [],
      );
      expect([...ending].sort()).toEqual([...ends, 'continued'].sort());
    });
  });
}
