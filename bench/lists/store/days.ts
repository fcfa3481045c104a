import { legalClockOf } from '../../../functions/domain/dossier/unit-clock.ts';
import {
  addDays,
  dateOf,
  HOUR,
  MINUTE,
  parseDate,
  startOfDay,
  weekdayOf,
} from '../../../functions/domain/vietnam-time.ts';
import type { Weekday } from '../../../schemas/calendar.ts';
import { workCalendar } from '../../../test/support/lifecycle/memory-province.ts';
import { apportion, type Random, weighted } from './random.ts';
import { BUSY_UNIT, NOW, OPEN_SHARE, type StoreSize } from './world.ts';

/** Working days of two years. */
export const WORKING_DAYS = 500;
/** The busy unit's work has piled up over the last so many of them. */
const PILED_UP = 40;

/** A working day: how many dossiers were submitted in the whole province, and how many at the busy unit beside them. */
export interface Day {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Working days before the day on which the store is looked at, from 1. */
  readonly age: number;
  readonly spread: number;
  readonly piledUp: number;
}

/** Mondays have half as much again as other days: what came to mind at the weekend. */
const WEEKDAYS: Readonly<Record<Weekday, number>> = {
  mon: 1.5,
  tue: 1.1,
  wed: 1,
  thu: 0.95,
  fri: 0.85,
  sat: 0.85,
  sun: 0.85,
};

/** The working days, oldest first, each with its share of the dossiers. */
export function daysOf({ dossiers }: Pick<StoreSize, 'dossiers'>): Day[] {
  const { time } = legalClockOf(workCalendar, BUSY_UNIT);
  const dates: string[] = [];
  for (let date = addDays(dateOf(NOW), -1); dates.length < WORKING_DAYS; date = addDays(date, -1)) {
    if (time.isWorking(parseDate(date))) dates.push(date);
  }
  const piled = Math.round(dossiers * OPEN_SHARE);
  const spread = apportion(
    dossiers - piled,
    dates.map(date => WEEKDAYS[weekdayOf(date)]),
  );
  const atBusy = apportion(
    piled,
    dates.map((_, index) => (index < PILED_UP ? 1 : 0)),
  );
  return dates
    .map((date, index) => ({ date, age: index + 1, spread: spread[index] ?? 0, piledUp: atBusy[index] ?? 0 }))
    .reverse();
}

/** Of a counter's day, how much falls into each hour: most people come in the morning. */
const officeHours = weighted([
  [7, 5],
  [8, 24],
  [9, 20],
  [10, 15],
  [11, 4],
  [13, 9],
  [14, 12],
  [15, 7],
  [16, 4],
] as const);
const onlineHours = weighted([
  [7, 4],
  [8, 14],
  [9, 14],
  [10, 11],
  [11, 6],
  [12, 4],
  [13, 7],
  [14, 9],
  [15, 8],
  [16, 6],
  [19, 5],
  [20, 7],
  [21, 5],
] as const);

/** When on a day something is submitted. */
export function momentOf(date: string, channel: 'online' | 'counter' | 'post', random: Random): number {
  const hour = (channel === 'online' ? onlineHours : officeHours)(random);
  return startOfDay(date) + hour * HOUR + Math.floor(random.next() * 60) * MINUTE + random.below(60) * 1000;
}
