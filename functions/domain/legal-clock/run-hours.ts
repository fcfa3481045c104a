import { dayNumberOf, HOUR } from '../vietnam-time.ts';
import { countHours } from './count-hours.ts';
import type { Run } from './interruptions.ts';
import type { RecordStretch, RunEnd } from './run-end.ts';
import type { WorkingTime } from './working-time.ts';

/** Runs a limit in working hours. Decimals count by the minute and finer: 1.5 is ninety minutes of office time. */
export function runHours(question: {
  run: Run;
  hours: number;
  time: WorkingTime;
  record?: RecordStretch;
}): RunEnd {
  const { run, hours, time, record } = question;
  const amount = Math.round(hours * HOUR);
  const end = countHours({ from: run.start, amount, pauses: run.pauses, time, record });
  if ('standing' in end) return { standing: end.standing, left: end.left / HOUR, unfinished: [] };
  return {
    dueAt: end.at,
    lastCounted: dayNumberOf(end.at),
    firstAsked: dayNumberOf(run.start),
    unfinished: [],
  };
}
