import type { Limit } from '../../../schemas/calendar.ts';
import { HOUR, type Instant } from '../vietnam-time.ts';
import { assertLimit } from './check-question.ts';
import { officeTimeBetween } from './remaining.ts';
import type { WorkingTime } from './working-time.ts';

/** A step's limit. Steps in the same `parallel` group run concurrently: the longest of them counts. */
export type StepLimit = { readonly id: string; readonly limit: Limit; readonly parallel?: string };

/**
 * The steps of a dossier against its legal limit, in working days. `approximate` if the units cannot be compared
 * exactly (working days with calendar days or months): seven calendar days then count as five working days, a month
 * as thirty days.
 */
export type Budget = {
  readonly promised: number;
  readonly allowed: number;
  readonly left: number;
  readonly exceeded: boolean;
  readonly approximate: boolean;
};

/** A working day has eight hours by Labour Code Article 105; unit hours do not change the worth of a limit in hours. */
const HOURS_OF_A_DAY = 8;

/** Adds up the limits of a workflow's steps and compares the sum with the legal limit. */
export function budgetOf(steps: readonly StepLimit[], legal: Limit): Budget {
  const all = [...steps.map(step => step.limit), legal];
  for (const limit of all) assertLimit(limit);
  const groups = new Map<string, number>();
  let sum = 0;
  for (const { limit, parallel } of steps) {
    const days = workingDaysOf(limit);
    if (parallel === undefined) sum += days;
    else groups.set(parallel, Math.max(groups.get(parallel) ?? 0, days));
  }
  const promised = tidy([...groups.values()].reduce((total, days) => total + days, sum));
  const allowed = tidy(workingDaysOf(legal));
  const kinds = new Set(all.filter(({ amount }) => amount > 0).map(({ unit }) => KIND[unit]));
  return {
    promised,
    allowed,
    left: tidy(allowed - promised),
    exceeded: promised > allowed,
    approximate: kinds.size > 1,
  };
}

const KIND = {
  workingDay: 'working',
  workingHour: 'working',
  calendarDay: 'calendar',
  month: 'month',
} as const;

function workingDaysOf({ amount, unit }: Limit): number {
  switch (unit) {
    case 'workingDay':
      return amount;
    case 'workingHour':
      return amount / HOURS_OF_A_DAY;
    case 'calendarDay':
      return (amount * 5) / 7;
    case 'month':
      return (amount * 30 * 5) / 7;
  }
}

const tidy = (days: number) => Math.round(days * 1e6) / 1e6;

/** What one finished step saved (positive) or wasted (negative) of its limit, in hours of office time. */
export type StepBalance = {
  readonly allowedHours: number;
  readonly usedHours: number;
  readonly savedHours: number;
};

/** Compares a step's promise (`startedAt` to `dueAt`) with its use (`startedAt` to `endedAt`) in office time. */
export function stepBalance(question: {
  startedAt: Instant;
  dueAt: Instant;
  endedAt: Instant;
  time: WorkingTime;
}): StepBalance {
  const { startedAt, dueAt, endedAt, time } = question;
  const allowedHours = officeTimeBetween(startedAt, dueAt, time) / HOUR;
  const usedHours = officeTimeBetween(startedAt, endedAt, time) / HOUR;
  return { allowedHours, usedHours, savedHours: allowedHours - usedHours };
}
