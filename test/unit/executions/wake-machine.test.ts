import { describe, expect, it } from 'vitest';
import type { ExecutionRegistry } from '../../../functions/records/executions/execution-registry.ts';
import type { Machines } from '../../../functions/records/executions/step-functions.ts';
import { wakeMachine } from '../../../functions/records/executions/wake-machine.ts';
import type { MachineRecord } from '../../../schemas/stored/execution.ts';
import { accept } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const paper = new PaperDossier('1.001193');
const { head: submitted } = paper;
paper.decide(accept);
const { head } = paper;
const waiting = (token: string, task: string): MachineRecord => ({
  round: 1,
  startedRound: 1,
  token,
  waitingOn: task,
});
const onReception = `${head.code}.t1`;

/** A registry that is read as it was at these moments, one after another, and machines of which these tokens wait. */
function world(read: readonly MachineRecord[], live: readonly string[]) {
  const moments = [...read];
  const told: string[] = [];
  const started: string[] = [];
  const registry = {
    read: async () => moments.shift(),
    started: async () => {},
  } as unknown as ExecutionRegistry;
  const machines: Machines = {
    start: async order => void started.push(order.dossier),
    async tell(token, order) {
      if (!live.includes(token)) return 'gone';
      told.push(`${token} goes on to ${order.task}`);
      return 'told';
    },
    status: async () => 'running',
  };
  return { deps: { registry, machines }, told, started };
}

describe('a machine whose dossier was decided on', () => {
  it('is told by the token that was read before the decision, where that still waits', async () => {
    const { deps, told } = world([waiting('early', onReception)], ['early']);
    expect(await wakeMachine(deps, head)).toBe('up to date');
    expect(told).toEqual([`early goes on to ${head.code}.t2`]);
  });

  it('is told where it came to wait between that reading and the decision', async () => {
    const { deps, told } = world([{ round: 1, startedRound: 1 }, waiting('late', onReception)], ['late']);
    expect(await wakeMachine(deps, head)).toBe('up to date');
    expect(told).toEqual([`late goes on to ${head.code}.t2`]);
  });

  it('is told where an alarm let it wait anew in between', async () => {
    const { deps, told } = world([waiting('lapsed', onReception), waiting('anew', onReception)], ['anew']);
    expect(await wakeMachine(deps, head)).toBe('up to date');
    expect(told).toEqual([`anew goes on to ${head.code}.t2`]);
  });

  it('is left alone where it is on its way, or waits on the next task by now', async () => {
    const onItsWay = world([waiting('spent', onReception), waiting('spent', onReception)], []);
    expect(await wakeMachine(onItsWay.deps, head)).toBe('not yet');
    const there = world([waiting('spent', onReception), waiting('next', `${head.code}.t2`)], ['next']);
    expect(await wakeMachine(there.deps, head)).toBe('not yet');
    expect(there.told).toEqual([]);
  });

  it('is started with a submission, without a look at the registry', async () => {
    const { deps, started } = world([], []);
    expect(await wakeMachine(deps, submitted)).toBe('not yet');
    expect(started).toEqual([head.code]);
  });
});
