import { describe, expect, it } from 'vitest';
import { plannedAlarms } from '../../../functions/domain/dossier/alarms.ts';
import { replan } from '../../../functions/domain/dossier/decisions/replan.ts';
import { explainDossier, ledgerAt } from '../../../functions/domain/dossier/dossier-deadline.ts';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { legalClockOf, unitClocks } from '../../../functions/domain/dossier/unit-clock.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { accept, forward } from '../../support/lifecycle/decisions.ts';
import { workCalendar } from '../../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const reason = 'Thử nghiệm';
const outage = { from: '2026-03-04T00:00:00+07:00', to: '2026-03-06T00:00:00+07:00' };

/** The province's working time with one more day off, 2026-03-09 (a Monday). */
const withDayOff: WorkCalendar = {
  ...workCalendar,
  calendar: {
    ...workCalendar.calendar,
    version: 'next',
    unitDaysOff: [{ date: '2026-03-09', name: { vi: 'Ngày thử', en: 'Test day' } }],
  },
};

/** 1.012796: eight working days; accepted on Monday 2026-03-02, due on Thursday 2026-03-12. */
function accepted(): PaperDossier {
  return new PaperDossier('1.012796').at('2026-03-02T09:00:00+07:00').decide(accept);
}

const under = (dossier: PaperDossier, calendar: WorkCalendar) => ({
  ...dossier.context,
  rules: { ...dossier.rules, clockOf: unitClocks(calendar) },
});

describe('a new calendar', () => {
  it('moves no promised date by itself', () => {
    const dossier = accepted();
    expect(dossier.head.dueOn).toBe('2026-03-12');
    dossier.at('2026-03-03T09:00:00+07:00').decide(forward);
    expect(dossier.head.dueOn).toBe('2026-03-12');
  });

  it('moves it on command, by an event, with alarms of the new date in place of the old', () => {
    const dossier = accepted().at('2026-03-03T09:00:00+07:00');
    const found = replan(under(dossier, withDayOff), { reason, workCalendarVersion: 2, outage: null });
    expect(found.before).toBe('2026-03-12T17:00:00+07:00');
    expect(found.after).toBe('2026-03-13T17:00:00+07:00');
    if (!found.event) throw new Error('no event');
    dossier.enter([found.event]);
    expect(dossier.head).toMatchObject({
      dueOn: '2026-03-13',
      dueRevision: 2,
      rules: { workCalendarVersion: 2 },
    });
    expect(
      plannedAlarms(dossier.head)
        .filter(alarm => alarm.subject === 'dossier')
        .map(alarm => alarm.id),
    ).toEqual(['dossier.r2:dueSoon', 'dossier.r2:overdue', 'dossier.r2:escalated']);
    expect(replay(dossier.ledger)).toEqual(dossier.head);
  });

  it('changes nothing when applied again', () => {
    const dossier = accepted().at('2026-03-03T09:00:00+07:00');
    const first = replan(under(dossier, withDayOff), { reason, workCalendarVersion: 2, outage: null });
    dossier.enter(first.event ? [first.event] : []);
    expect(
      replan(under(dossier, withDayOff), { reason, workCalendarVersion: 2, outage: null }).event,
    ).toBeUndefined();
  });

  it('is taken over by a dossier whose clock stands still, and counts when it runs again', () => {
    const dossier = accepted()
      .at('2026-03-03T09:00:00+07:00')
      .decide({ decision: 'requestSupplement', reason, items: ['Bản sao'] });
    const found = replan(under(dossier, withDayOff), { reason, workCalendarVersion: 2, outage: null });
    expect(found).toMatchObject({
      before: null,
      after: null,
      event: { data: { workCalendarVersion: 2, promise: null } },
    });
  });

  it('leaves a dossier not yet accepted alone', () => {
    const dossier = new PaperDossier('1.012796').at('2026-03-02T09:00:00+07:00');
    expect(
      replan(under(dossier, withDayOff), { reason, workCalendarVersion: 2, outage: null }).event,
    ).toBeUndefined();
  });
});

describe('an outage', () => {
  it('is credited once, day for day', () => {
    const dossier = accepted().at('2026-03-06T09:00:00+07:00');
    const found = replan(dossier.context, { reason, workCalendarVersion: 1, outage });
    expect(found.after).toBe('2026-03-16T17:00:00+07:00');
    dossier.enter(found.event ? [found.event] : []);
    expect(dossier.head.pauses).toEqual([{ ...outage, effect: 'resume', cause: 'outage' }]);
    expect(replan(dossier.context, { reason, workCalendarVersion: 1, outage }).event).toBeUndefined();
  });
});

describe('the explanation of a dossier, from its ledger', () => {
  const procedureOf = (dossier: PaperDossier) => dossier.rules.procedure;
  const clockOf = (unit: string) => legalClockOf(workCalendar, unit);
  const explained = (dossier: PaperDossier, at: string) =>
    explainDossier(
      ledgerAt(dossier.ledger, parseInstant(at)),
      procedureOf(dossier),
      clockOf,
      parseInstant(at),
    );

  it('gives the date promised then, whatever was promised later', () => {
    const dossier = accepted()
      .at('2026-03-04T09:00:00+07:00')
      .decide({ decision: 'requestSupplement', reason, items: ['Bản sao'] })
      .at('2026-03-10T14:00:00+07:00')
      .supplement();
    expect(explained(dossier, '2026-03-02T08:30:00+07:00').answer).toBeUndefined();
    expect(explained(dossier, '2026-03-03T12:00:00+07:00').answer).toMatchObject({
      status: 'due',
      dueOn: '2026-03-12',
    });
    expect(explained(dossier, '2026-03-05T12:00:00+07:00').answer).toMatchObject({ status: 'paused' });
    const now = explained(dossier, '2026-03-10T15:00:00+07:00');
    expect(now.answer).toMatchObject({ status: 'due', dueOn: dossier.head.dueOn });
    expect(dossier.head.dueOn).toBe('2026-03-20');
  });

  it('counts what each step was given and used', () => {
    const dossier = accepted().at('2026-03-03T09:00:00+07:00').decide(forward);
    const { steps } = explained(dossier, '2026-03-03T10:00:00+07:00');
    expect(steps.map(step => [step.name, step.allowedHours, step.usedHours])).toEqual([
      ['Tiếp nhận hồ sơ', 8, 1],
      ['Thẩm định hồ sơ', expect.any(Number), 8],
      ['Kiểm tra kết quả thẩm định', expect.any(Number), 1],
    ]);
    for (const step of steps) expect(step.savedHours).toBeCloseTo(step.allowedHours - step.usedHours, 2);
  });
});
