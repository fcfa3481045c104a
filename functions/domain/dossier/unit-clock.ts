import type { ClockPause } from '../../../schemas/dossier/head.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { alarmInstants } from '../legal-clock/alarms.ts';
import { extendDue } from '../legal-clock/extension.ts';
import { forwardBy } from '../legal-clock/forwarding.ts';
import type { Interruption } from '../legal-clock/interruptions.ts';
import { type LegalClock, legalClock } from '../legal-clock/legal-clock.ts';
import { dateOf, type Instant, parseDate, parseInstant, toRfc3339 } from '../vietnam-time.ts';
import type { Promised, UnitClock } from './context.ts';
import { pauseName } from './pause-kinds.ts';
import type { HeldBefore } from './promise-clock.ts';

/** The pauses of a dossier in the form the legal clock expects: none begins before the clock, none is empty. */
export function interruptionsOf(pauses: readonly ClockPause[], start: Instant): Interruption[] {
  return pauses.flatMap((pause): Interruption[] => {
    const from = Math.max(start, parseInstant(pause.from));
    const why = groundOf(pause);
    if (pause.to === null) return [{ from, resume: pause.effect, ...why }];
    const to = parseInstant(pause.to);
    return to < from ? [] : [{ from, to, resume: pause.effect, ...why }];
  });
}

function groundOf({ cause, kind }: ClockPause): Pick<Interruption, 'reason' | 'name'> {
  const name = kind === undefined ? undefined : pauseName(kind);
  if (cause === 'others') return { reason: 'other', ...(name && { name }) };
  return { reason: cause === 'payment' ? 'fee' : cause };
}

/** The clocks of all units under one version of the work calendar. A unit's clock is created once and cached. */
export function unitClocks(
  workCalendar: WorkCalendar,
): (unit: string, before?: readonly HeldBefore[]) => UnitClock {
  const made = new Map<string, UnitClock>();
  return (unit, before = []) => {
    const name = JSON.stringify([unit, before]);
    const known = made.get(name);
    if (known) return known;
    const clock = unitClock(legalClockOf(workCalendar, unit, before));
    made.set(name, clock);
    return clock;
  };
}

/**
 * The legal clock of a unit: the province's, with the unit's own days off and office hours. For a dossier that had
 * other units before: with the days off that each of them had at its time.
 */
export function legalClockOf(
  workCalendar: WorkCalendar,
  unit: string,
  before: readonly HeldBefore[] = [],
): LegalClock {
  const entryOf = (code: string) => workCalendar.units.find(entry => entry.unit === code);
  const own = entryOf(unit);
  const since = (nth: number) => before[nth - 1]?.until ?? '';
  const daysOff = [
    ...before.flatMap(({ unit: earlier, until }, nth) =>
      (entryOf(earlier)?.daysOff ?? []).filter(({ date }) => date >= since(nth) && date < until),
    ),
    ...(own?.daysOff ?? []).filter(({ date }) => date >= since(before.length)),
  ];
  const { calendar, rules } = workCalendar;
  return legalClock({
    calendar: { ...calendar, unitDaysOff: [...calendar.unitDaysOff, ...daysOff] },
    officeHours: own?.officeHours ?? workCalendar.officeHours,
    rules,
  });
}

function unitClock(clock: LegalClock): UnitClock {
  const { rules, time } = clock;

  function promised(dueAt: Instant, start: Instant, unit: 'workingHour' | 'workingDay'): Promised {
    const alarms = alarmInstants({ start, dueAt, unit, rules, time });
    return {
      dueAt: toRfc3339(dueAt),
      dueOn: dateOf(dueAt),
      alarms: {
        dueSoon: toRfc3339(alarms.dueSoon),
        overdue: toRfc3339(alarms.overdue),
        escalated: toRfc3339(alarms.escalation),
      },
    };
  }

  return {
    due(limit, start, pauses = []) {
      const answer = clock.dueOf({ start, limit, interruptions: interruptionsOf(pauses, start) });
      if (answer.status === 'paused') return undefined;
      return promised(answer.dueAt, start, limit.unit === 'workingHour' ? 'workingHour' : 'workingDay');
    },
    extended(request) {
      return promised(extendDue(request, { rules, time }), request.at, 'workingDay');
    },
    closeOf(date, start) {
      return promised(time.closeOf(parseDate(date)), start, 'workingDay');
    },
    forwardedBy: receivedAt => forwardBy({ receivedAt, form: 'paper', rules, time }),
  };
}
