import type { Limit } from '../../../schemas/calendar.ts';
import type { Words } from '../../../schemas/words.ts';
import { DeadlineError } from './deadline-error.ts';

/** Counts what is made, and refuses to make more than it was given. */
export type Allowance = (count: number) => void;

/** So many more steps than lines may be walked: what ran before a restart is walked and not told. */
const STEPS_A_LINE = 10;

/**
 * How long an explanation may become. Lines are counted while they are made: an answer that is refused for its length was not made
 * first. Throws `DeadlineError` `explanationTooLong`.
 */
export function explanationLength(most: number): { readonly lines: Allowance; readonly steps: Allowance } {
  const allowance = (limit: number): Allowance => {
    let made = 0;
    return count => {
      made += count;
      if (made > limit) throw tooLong(most);
    };
  };
  return { lines: allowance(most), steps: allowance(most * STEPS_A_LINE) };
}

/** Refuses a limit that takes more days than lines, before anything is counted. */
export function assertTold({ amount, unit }: Limit, most: number): void {
  const days = { workingDay: amount, calendarDay: amount, workingHour: amount / 24, month: amount * 28 }[
    unit
  ];
  if (days > most) throw tooLong(most);
}

function tooLong(most: number): DeadlineError {
  const detail: Words = {
    vi: `Phần giải thích dài hơn ${most} dòng: hãy hỏi thời hạn ngắn hơn.`,
    en: `The explanation has more than ${most} lines: ask for a shorter limit.`,
  };
  return new DeadlineError('explanationTooLong', detail, { most });
}
