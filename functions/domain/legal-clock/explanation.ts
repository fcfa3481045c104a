import type { Limit } from '../../../schemas/calendar.ts';
import type { ClockRules } from '../../../schemas/deadline.ts';
import { type DayNumber, dateOfDayNumber, dayNumberOf } from '../vietnam-time.ts';
import type { Stretch } from './count-hours.ts';
import { explainStretches } from './explain-stretches.ts';
import { type ExplanationEntry, pauseOf } from './explanation-entry.ts';
import type { Allowance } from './explanation-length.ts';
import type { Run } from './interruptions.ts';
import { type PausedDays, pausedDays } from './paused-days.ts';
import type { RecordStretch, RunEnd } from './run-end.ts';
import type { WorkingTime } from './working-time.ts';

type RunExplanation = {
  run: Run;
  end: RunEnd;
  limit: Limit;
  rules: ClockRules;
  time: WorkingTime;
  /** Whether the answer comes from this run; if not, a restart discards it. */
  final: boolean;
  /** Whether the run starts with the receipt, not with a restart. */
  first: boolean;
  runEnd(run: Run, limit: Limit, record: RecordStretch): RunEnd;
  /** Told of the lines that are going to be made. */
  lines: Allowance;
};

/** Every day or part of a day of one run of the clock, in order. */
export function explainRun(question: RunExplanation): ExplanationEntry[] {
  const { run, end, limit, final, time } = question;
  if (!final && run.endedBy) return explainForgotten(run, run.endedBy.to, question.lines);
  const stretches: Stretch[] = [];
  question.runEnd(run, limit, stretch => {
    question.lines(limit.unit === 'workingHour' ? 1 : 0);
    stretches.push(stretch);
  });
  if (limit.unit === 'workingHour')
    return [...explainStretches({ stretches, time, unit: 'hour' }), ...standingEntry(end)];
  return explainDays(question, stretches);
}

/** Days that ran before a restart: nothing of them counts. The day of the restart itself opens the next run. */
function explainForgotten(run: Run, until: number, lines: Allowance): ExplanationEntry[] {
  const since = run.endedBy ? dayNumberOf(run.endedBy.from) : 0;
  const lastDay = until === Number.POSITIVE_INFINITY ? since + 1 : dayNumberOf(until);
  lines(Math.max(0, lastDay - dayNumberOf(run.start)));
  const entries: ExplanationEntry[] = [];
  for (let day = dayNumberOf(run.start); day < lastDay; day++) {
    const paused = day >= since && run.endedBy;
    entries.push(
      paused
        ? { date: dateOfDayNumber(day), counted: false, reason: 'pause', ...pauseOf(run.endedBy) }
        : { date: dateOfDayNumber(day), counted: false, reason: 'forgotten' },
    );
  }
  return entries;
}

function explainDays(question: RunExplanation, stretches: readonly Stretch[]): ExplanationEntry[] {
  const { run, end, rules, time } = question;
  const paused = pausedDays(run.pauses, rules);
  const startDay = dayNumberOf(run.start);
  const standingSince = 'standing' in end ? dayNumberOf(end.standing.from) : 0;
  const lastCounted = 'standing' in end ? standingSince : end.lastCounted;
  const partial = stretches.filter(({ day }) => day >= lastCounted);
  const partialFrom = partial[0]?.day ?? Number.POSITIVE_INFINITY;
  const lastDay = 'standing' in end ? standingSince : lastDayOf(end, rules);
  question.lines(partial.length + Math.max(0, Math.min(lastDay + 1, partialFrom) - startDay));
  const entries: ExplanationEntry[] = [];
  for (let day = startDay; day <= lastDay && day < partialFrom; day++) {
    entries.push({
      date: dateOfDayNumber(day),
      ...dayEntry({ ...question, day, startDay, lastCounted, lastDay, paused }),
    });
  }
  entries.push(...explainStretches({ stretches: partial, time, unit: 'day' }), ...standingEntry(end));
  return entries;
}

/**
 * The last day mentioned: that of the due date, or the day before if the limit ends at the midnight after its last
 * day.
 */
function lastDayOf(end: Extract<RunEnd, { dueAt: number }>, rules: ClockRules): DayNumber {
  return dayNumberOf(end.dueAt) - (rules.dueMoment === 'startOfNextDay' ? 1 : 0);
}

type DayQuestion = RunExplanation & {
  day: DayNumber;
  startDay: DayNumber;
  lastCounted: DayNumber;
  lastDay: DayNumber;
  paused: readonly PausedDays[];
};

function dayEntry(question: DayQuestion): Omit<ExplanationEntry, 'date'> {
  const { day, startDay, lastCounted, lastDay, limit, rules, time, end } = question;
  const status = time.dayStatus(day);
  const named = {
    ...(status.name && { name: status.name }),
    ...(status.inPlaceOf && { inPlaceOf: status.inPlaceOf }),
  };
  const unfinished = end.unfinished.find(candidate => candidate.day === day);
  const paused = unfinished ?? question.paused.find(({ first, last }) => first <= day && day <= last);
  const endsHere = day === lastDay && 'dueAt' in end;
  if (day === startDay && (rules.receiptDay === 'notCounted' || limit.amount === 0 || limit.sameDay)) {
    if (endsHere) return { counted: false, reason: 'due', ...named };
    return { counted: false, reason: question.first ? 'receiptDay' : 'restart', ...named };
  }
  if (paused) return { counted: false, reason: 'pause', ...named, ...pauseOf(paused.pause) };
  const uncountable = limit.amount === 0 || limit.sameDay !== undefined;
  if (day <= lastCounted && limit.unit !== 'workingDay' && !uncountable) {
    return { counted: true, reason: 'calendarDay', ...named };
  }
  if (!status.working) return { counted: false, reason: status.kind, ...named };
  if (endsHere && uncountable) return { counted: false, reason: 'due', ...named };
  if (day <= lastCounted && !uncountable) return { counted: true, reason: status.kind, ...named };
  return { counted: false, reason: 'rolled', ...named };
}

function standingEntry(end: RunEnd): ExplanationEntry[] {
  if (!('standing' in end)) return [];
  const date = dateOfDayNumber(dayNumberOf(end.standing.from));
  return [{ date, counted: false, reason: 'pause', ...pauseOf(end.standing) }];
}
