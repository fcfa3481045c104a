import { describe, expect, test } from 'vitest';
import { plannedAlarms } from '../../../functions/domain/dossier/alarms.ts';
import {
  executionName,
  firstOrder,
  orderFor,
  readExecutionName,
} from '../../../functions/domain/machine/order.ts';
import { DAY, parseInstant, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';
import { accept, approve, consult, extend, missing } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const ids = (paper: PaperDossier) =>
  plannedAlarms(paper.head).map(({ id }) => id.replace(`${paper.head.code}.`, ''));
const three = (prefix: string) => ['dueSoon', 'overdue', 'escalated'].map(level => `${prefix}:${level}`);

describe('alarms', () => {
  test('are planned for the open tasks, and for the promised date while the clock runs', () => {
    const paper = new PaperDossier('1.013225');
    expect(ids(paper)).toEqual(three('t1'));
    paper.decide(accept);
    expect(ids(paper).sort()).toEqual([...three('t2'), ...three('dossier.r1')].sort());
    paper.decide(consult);
    expect(ids(paper).sort()).toEqual(['t3', 't4', 't5', 'dossier.r1'].flatMap(three).sort());
  });

  test('come in the order of their instants', () => {
    const instants = plannedAlarms(new PaperDossier('1.013225').decide(accept).decide(consult).head).map(
      ({ at }) => at,
    );
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });

  test('sound each once, when they are due and not before', () => {
    const paper = new PaperDossier('1.013225');
    const [dueSoon, overdue, escalated] = plannedAlarms(paper.head).map(({ at }) => toRfc3339(at));
    const oneBefore = toRfc3339(parseInstant(dueSoon ?? '') - 1);
    expect(paper.at(oneBefore).soundAlarms()).toBe(0);
    expect(paper.at(dueSoon ?? '').soundAlarms()).toBe(1);
    expect(paper.soundAlarms()).toBe(0);
    expect(paper.at(overdue ?? '').soundAlarms()).toBe(1);
    expect(paper.at(escalated ?? '').soundAlarms()).toBe(1);
    expect(paper.at('2027-01-01T00:00:00+07:00').soundAlarms()).toBe(0);
    expect(ids(paper)).toEqual([]);
  });

  test('of a date that moved are its own; those of the old date never sound', () => {
    const paper = new PaperDossier('1.013225').decide(accept).at('2026-03-21T09:00:00+07:00');
    paper.soundAlarms();
    expect(paper.head.alarms.filter(id => id.startsWith('dossier'))).toEqual(['dossier.r1:dueSoon']);
    paper.decide({ ...extend, newDueOn: '2026-03-31' }).signApology();
    expect(ids(paper)).toEqual(three('dossier.r2'));
  });

  test('of the promised date are silent while it stands still, and of closed tasks for good', () => {
    const paper = new PaperDossier('1.013225').decide(accept).decide(missing);
    expect(ids(paper)).toEqual(three('t3'));
    paper.supplement();
    expect(ids(paper).sort()).toEqual([...three('t4'), ...three('dossier.r2')].sort());
    paper.withdraw();
    expect(ids(paper)).toEqual([]);
  });

  test('of the promised date end with the decision', () => {
    const paper = new PaperDossier('1.001193').decide(accept).decide(approve).decide(approve);
    expect(ids(paper)).toEqual([]);
  });
});

describe('the machine’s order', () => {
  const started = parseInstant('2026-03-02T08:00:00+07:00');

  test('wakes at the earliest alarm, or when the round is over', () => {
    const { head } = new PaperDossier('1.013225');
    const order = firstOrder(head, started);
    expect(order).toEqual({
      dossier: head.code,
      round: 1,
      phase: 'reception',
      task: `${head.code}.t1`,
      wakeAt: head.tasks[0]?.alarms.dueSoon,
      renewAt: toRfc3339(started + 330 * DAY),
    });
    const soon = '2026-03-02T09:00:00+07:00';
    expect(orderFor(head, soon).wakeAt).toBe(soon);
  });

  test('leads to the making of the result once decided, and to the ends', () => {
    const phase = ({ head }: PaperDossier) => firstOrder(head, started).phase;
    expect(phase(new PaperDossier('1.001193').decide(accept).decide(approve).decide(approve))).toBe('issue');
    expect(phase(new PaperDossier('1.001193').withdraw())).toBe('withdrawn');
    expect(phase(new PaperDossier('1.013225').decide(accept).decide(consult))).toBe('consultations');
  });

  test('names executions by code and round, and reads the names back', () => {
    const code = 'H44.101-260302-0001';
    expect([1, 2, 12].map(round => executionName(code, round))).toEqual([code, `${code}_r2`, `${code}_r12`]);
    for (const round of [1, 2, 12])
      expect(readExecutionName(executionName(code, round))).toEqual({ code, round });
  });
});
