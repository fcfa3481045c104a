import { describe, expect, test } from 'vitest';
import { handlingLimitsOn } from '../../../functions/domain/lifecycle/handling-limits.ts';
import { isEnd, lifecycle, mayLeadTo } from '../../../functions/domain/lifecycle/states.ts';
import { decisionsOfPhase } from '../../../functions/domain/lifecycle/waits.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { taskDecision } from '../../../schemas/api/decision.ts';
import { type HandlingState, handlingState, waitPhase } from '../../../schemas/dossier/states.ts';
import { taskPhase } from '../../../schemas/dossier/task.ts';
import { accept, approve, consult, forward, missing } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const states = handlingState.options;
const result = {
  number: 'H44.101-KQ2026-000001',
  sha256: '0'.repeat(64),
  size: 1,
  origin: 'rendered' as const,
};

/** A dossier whose workflow leaves the seal to the registry clerk. */
function sealedByClerk(): PaperDossier {
  const paper = new PaperDossier('1.001193');
  return Object.assign(paper, {
    rules: { ...paper.rules, workflow: { ...paper.rules.workflow, registry: 'clerk' } },
  });
}

/** A dossier that waits in each of the phases. */
const waiting: Readonly<Record<(typeof waitPhase.options)[number], () => PaperDossier>> = {
  reception: () => new PaperDossier('1.001193'),
  supplement: () => new PaperDossier('1.001193').decide(missing),
  payment: () => new PaperDossier('2.001263').decide(accept),
  step: () => new PaperDossier('1.001193').decide(accept),
  consultations: () => new PaperDossier('1.013225').decide(accept).decide(consult),
  signature: () => new PaperDossier('1.001193').decide(accept).decide(approve),
  seal: () => sealedByClerk().decide(accept).decide(approve).decide(approve),
  others: () =>
    new PaperDossier('1.013225')
      .decide(accept)
      .decide({ decision: 'pause', kind: 'otherDecision', reason: 'Chờ ý kiến của Tòa án' }),
  collection: () => {
    const paper = new PaperDossier('1.001193', { returnBy: 'counter' })
      .decide(accept)
      .decide(approve)
      .decide(approve);
    return paper.issue(result);
  },
};

describe('the lifecycle', () => {
  test('has the states of the schema, each with a national code of its own', () => {
    expect(Object.keys(lifecycle).sort()).toEqual([...states].sort());
    expect(new Set(Object.values(lifecycle).map(({ nationalCode }) => nationalCode)).size).toBe(
      states.length,
    );
    expect(Object.fromEntries(states.map(state => [state, lifecycle[state].nationalCode]))).toEqual({
      submitted: 1,
      accepted: 2,
      declined: 3,
      processing: 4,
      supplementing: 5,
      awaitingPayment: 6,
      withdrawn: 7,
      stopped: 8,
      decided: 9,
      returned: 10,
    });
  });

  test('leads nowhere that does not exist, and nowhere twice', () => {
    for (const [state, { leadsTo }] of Object.entries(lifecycle)) {
      expect(states, state).toEqual(expect.arrayContaining([...leadsTo]));
      expect(new Set(leadsTo).size, state).toBe(leadsTo.length);
      expect(leadsTo, state).not.toContain(state);
    }
  });

  test('reaches every state from submission', () => {
    const reached = new Set<HandlingState>(['submitted']);
    for (const state of reached) for (const next of lifecycle[state].leadsTo) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
  });

  test('reaches an end from every state', () => {
    for (const state of states) {
      const reached = new Set<HandlingState>([state]);
      for (const one of reached) for (const next of lifecycle[one].leadsTo) reached.add(next);
      expect([...reached].some(isEnd), state).toBe(true);
    }
  });

  test('waits for nothing and leads nowhere in its ends, and waits for something everywhere else', () => {
    const ends = states.filter(isEnd);
    expect([...ends].sort()).toEqual(['declined', 'returned', 'stopped', 'withdrawn']);
    for (const state of states) {
      const { waitsFor, withdrawable } = lifecycle[state];
      expect(waitsFor.length === 0, state).toBe(isEnd(state));
      if (isEnd(state)) expect(states.filter(to => to !== state && mayLeadTo(state, to))).toEqual([]);
      expect(withdrawable, state).toBe(mayLeadTo(state, 'withdrawn') && state !== 'withdrawn');
    }
  });

  test('allows no withdrawal once a result was decided', () => {
    expect(states.filter(state => lifecycle[state].withdrawable)).toEqual([
      'submitted',
      'accepted',
      'processing',
      'supplementing',
      'awaitingPayment',
    ]);
  });

  test.each(waitPhase.options)('has a limit for the wait of %s, and alarms that follow it', phase => {
    const { head } = waiting[phase]();
    const [task] = head.tasks;
    expect(task?.phase).toBe(phase);
    expect(lifecycle[head.handling].waitsFor).toContain(phase);
    const [opened, dueSoon, overdue, escalated] = [
      task?.openedAt,
      task?.alarms.dueSoon,
      task?.alarms.overdue,
      task?.alarms.escalated,
    ].map(text => parseInstant(text ?? ''));
    expect(parseInstant(task?.dueAt ?? '')).toBeGreaterThan(opened ?? Number.NaN);
    expect(overdue).toBe(parseInstant(task?.dueAt ?? ''));
    expect(dueSoon).toBeGreaterThanOrEqual(opened ?? Number.NaN);
    expect(dueSoon).toBeLessThanOrEqual(overdue ?? Number.NaN);
    expect(escalated).toBeGreaterThan(overdue ?? Number.NaN);
  });

  test('gives each agency that is asked a limit of its own', () => {
    const [, ...consultations] = waiting.consultations().head.tasks;
    expect(consultations.map(({ phase, unit, dueAt }) => [phase, unit, dueAt])).toEqual([
      ['consultation', 'H44.04', '2026-03-09T17:00:00+07:00'],
      ['consultation', 'H44.08', '2026-03-09T17:00:00+07:00'],
    ]);
  });

  test('knows at least one decision in every phase, and every decision of the API in some phase', () => {
    expect(Object.keys(decisionsOfPhase).sort()).toEqual([...taskPhase.options].sort());
    const known = new Set(Object.values(decisionsOfPhase).flat());
    const ofApi = taskDecision.def.options.map(option => option.shape.decision.value);
    expect([...known].sort()).toEqual([...ofApi].sort());
    for (const [phase, decisions] of Object.entries(decisionsOfPhase))
      expect(decisions.length, phase).toBeGreaterThan(0);
  });

  test('gives reception eight working hours, and one supplement a stage', () => {
    expect(handlingLimitsOn('2026-03-02')).toEqual({
      reception: { amount: 8, unit: 'workingHour' },
      supplementRequestsPerStage: 1,
      extensionLongest: { timesTheLimit: 1 },
      apologySigning: { amount: 4, unit: 'workingHour' },
      registrySealing: { amount: 1, unit: 'workingDay' },
    });
    expect(() => handlingLimitsOn('1990-01-01')).toThrow(RangeError);
  });

  test('is in process as soon as anything is done at the first step', () => {
    const paper = new PaperDossier('1.013225').decide(accept);
    expect(paper.head.handling).toBe('accepted');
    expect(paper.decide(forward).head.handling).toBe('processing');
  });
});
