import { describe, expect, test } from 'vitest';
import { replan } from '../../../functions/domain/dossier/decisions/replan.ts';
import { type TakingOver, transfer } from '../../../functions/domain/dossier/decisions/transfer.ts';
import { explainDossier } from '../../../functions/domain/dossier/dossier-deadline.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { legalClockOf, unitClocks } from '../../../functions/domain/dossier/unit-clock.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { accept, approve, consult, forward } from '../../support/lifecycle/decisions.ts';
import { workCalendar } from '../../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const [ENDED, FIRST, SECOND] = ['H44.101', 'H44.102', 'H44.103'] as const;
const taking = (more: Partial<TakingOver> = {}): TakingOver => ({
  ended: ENDED,
  to: FIRST,
  organisationVersion: 2,
  keeps: () => false,
  ...more,
});

function handOver(dossier: PaperDossier, more: Partial<TakingOver> = {}): PaperDossier {
  const event = transfer(dossier.head, taking(more));
  if (!event) throw new Error('nothing is handed over');
  return dossier.enter([event]);
}

const tasksOf = ({ head }: PaperDossier) => head.tasks.map(({ phase, unit }) => [phase, unit]);

describe('what is handed over', () => {
  test('is what the unit has: received, decides, tasks; what others have stays theirs', () => {
    const dossier = new PaperDossier('1.013225', { receivingUnit: 'H44.105', competentUnit: ENDED });
    dossier.decide(accept).decide(consult);
    handOver(dossier);
    expect(dossier.head).toMatchObject({ receivingUnit: 'H44.105', competentUnit: FIRST });
    expect(tasksOf(dossier)).toEqual([
      ['consultations', FIRST],
      ['consultation', 'H44.04'],
      ['consultation', 'H44.08'],
    ]);
    handOver(dossier, { ended: 'H44.04', to: 'H44.08' });
    expect(dossier.head).toMatchObject({ competentUnit: FIRST });
    expect(tasksOf(dossier)[1]).toEqual(['consultation', 'H44.08']);
    expect(replay(dossier.ledger)).toEqual(dossier.head);
    expect(dossierHead.parse(JSON.parse(JSON.stringify(dossier.head)))).toEqual(dossier.head);
  });

  test('is nothing of a dossier that is closed, of another unit, or handed over before', () => {
    const closed = new PaperDossier('1.013225').withdraw();
    expect(transfer(closed.head, taking())).toBeUndefined();
    const open = new PaperDossier('1.013225');
    expect(transfer(open.head, taking({ ended: SECOND }))).toBeUndefined();
    expect(transfer(handOver(open).head, taking())).toBeUndefined();
  });

  test('goes on to another successor that is chosen: all that came from the unit, nothing that was there before', () => {
    const dossier = new PaperDossier('1.013225', { receivingUnit: FIRST, competentUnit: ENDED });
    handOver(dossier.decide(accept));
    expect(dossier.head).toMatchObject({ receivingUnit: FIRST, competentUnit: FIRST });
    handOver(dossier, { to: SECOND });
    expect(dossier.head).toMatchObject({ receivingUnit: FIRST, competentUnit: SECOND });
    expect(tasksOf(dossier)).toEqual([['step', SECOND]]);
  });

  test('goes on to another successor also from one that ended in turn, and is not taken for what that one had', () => {
    const third = 'H44.104';
    const dossier = handOver(new PaperDossier('1.013225').decide(accept));
    handOver(dossier, { ended: FIRST, to: third });
    handOver(dossier, { to: SECOND });
    expect(dossier.head).toMatchObject({ receivingUnit: SECOND, competentUnit: SECOND });
    expect(tasksOf(dossier)).toEqual([['step', SECOND]]);
    expect(dossier.ledger.at(-1)?.data).toMatchObject({ ended: ENDED, from: third, to: SECOND });
    const own = new PaperDossier('1.013225', { receivingUnit: FIRST }).decide(accept);
    handOver(own, { ended: FIRST, to: third });
    expect(transfer(own.head, taking({ to: SECOND }))).toBeUndefined();
  });

  test('comes back to a unit that has not ended after all, and goes again when it does', () => {
    const dossier = new PaperDossier('1.013225', { receivingUnit: SECOND, competentUnit: ENDED });
    const untouched = dossier.decide(accept).head;
    handOver(dossier);
    const back = taking({ to: ENDED });
    handOver(dossier, back);
    const { receivingUnit, competentUnit } = dossier.head;
    expect({ receivingUnit, competentUnit }).toEqual({ receivingUnit: SECOND, competentUnit: ENDED });
    expect(dossier.head.dueAt).toBe(untouched.dueAt);
    expect(tasksOf(dossier)).toEqual([['step', ENDED]]);
    expect(transfer(dossier.head, back)).toBeUndefined();
    handOver(dossier);
    expect(dossier.head).toMatchObject({ competentUnit: FIRST });
    expect(replay(dossier.ledger)).toEqual(dossier.head);
  });

  test('a workflow that names a unit which ended goes on where its work of this dossier went', () => {
    const dossier = new PaperDossier('1.013225');
    const successorOf = (unit: string) => (unit === 'H44.04' ? 'H44.08' : unit);
    Object.assign(dossier.rules, { successorOf });
    dossier.decide(accept).decide(consult);
    expect(tasksOf(dossier)).toEqual([
      ['consultations', ENDED],
      ['consultation', 'H44.08'],
      ['consultation', 'H44.08'],
    ]);
  });

  test('heads stored before there were transfers are read as ever', () => {
    const { promisedBy: _, transfers: __, ...old } = new PaperDossier('1.013225').head;
    expect(dossierHead.parse(old)).toMatchObject({ promisedBy: null, transfers: [] });
  });
});

describe('the promised date of a dossier that was handed over', () => {
  const dayOff = (date: string) => ({ date, name: { vi: 'Nghỉ', en: 'Off' } });
  /** The ended unit had 5 March off and would have 11 March off; the successor 6 and 12 March. */
  const calendar: WorkCalendar = {
    ...workCalendar,
    units: [
      { unit: ENDED, daysOff: [dayOff('2026-03-05'), dayOff('2026-03-11')] },
      { unit: FIRST, daysOff: [dayOff('2026-03-06'), dayOff('2026-03-12')] },
    ],
  };
  /** Eight working days; accepted on Monday 2 March, handed over on Monday 9 March. */
  function handedOver(): PaperDossier {
    const dossier = new PaperDossier('1.012796').at('2026-03-02T09:00:00+07:00');
    Object.assign(dossier.rules, { clockOf: unitClocks(calendar) });
    return handOver(dossier.decide(accept).at('2026-03-09T00:01:00+07:00'));
  }

  test('stands as it was promised, and is explained so', () => {
    const dossier = handedOver();
    expect(dossier.head).toMatchObject({ dueOn: '2026-03-16', promisedBy: ENDED });
    const clockOf = (unit: string, before = []) => legalClockOf(calendar, unit, before);
    const { answer } = explainDossier(dossier.ledger, dossier.rules.procedure, clockOf as never, dossier.now);
    expect(answer).toMatchObject({ status: 'due', dueOn: '2026-03-16' });
  });

  test('found again under another calendar, counts the days off of each for the days it had the dossier', () => {
    const dossier = handedOver().at('2026-03-09T09:00:00+07:00');
    const again = { reason: 'Lịch mới', workCalendarVersion: 2, outage: null };
    const { after, event } = replan(dossier.context, again);
    // 5 March of the one that ended and 12 March of the successor; neither 6 nor 11 March.
    expect(after).toBe('2026-03-16T17:00:00+07:00');
    dossier.enter(event ? [event] : []);
    expect(dossier.head).toMatchObject({ promisedBy: null, rules: { workCalendarVersion: 2 } });
    const { answer } = explainDossier(
      dossier.ledger,
      dossier.rules.procedure,
      (unit, before) => legalClockOf(calendar, unit, before),
      dossier.now,
    );
    const days = ['2026-03-05', '2026-03-06', '2026-03-11', '2026-03-12'];
    const counted = days.map(day => answer?.entries.find(({ date }) => date === day)?.counted);
    expect(counted).toEqual([false, true, true, false]);
  });

  test('what opens afterwards is planned by the successor’s days', () => {
    const dossier = handedOver().at('2026-03-11T16:00:00+07:00');
    dossier.decide(forward).decide(approve);
    const [task] = dossier.head.tasks;
    expect(task).toMatchObject({ unit: FIRST });
    expect(task?.dueAt.slice(0, 10)).not.toBe('2026-03-12');
  });
});
