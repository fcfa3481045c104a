import { type Limit, LONGEST_LIMIT } from '../../../schemas/calendar.ts';
import type { Words } from '../../../schemas/words.ts';
import type { Instant } from '../vietnam-time.ts';
import { limitText } from '../wording/amounts.ts';
import { DeadlineError } from './deadline-error.ts';

/**
 * Refuses invalid limits: `DeadlineError` `badLimit` for an unknown unit, a negative or absurd amount, a same-day
 * limit longer than a day.
 */
export function assertLimit(limit: Limit): void {
  const wrong = wrongWithLimit(limit);
  if (wrong === undefined) return;
  const { amount, unit } = limit;
  const detail = {
    vi: `Thời hạn ${amount} ${unit} ${wrong.vi}.`,
    en: `A limit of ${amount} ${unit} ${wrong.en}.`,
  };
  throw new DeadlineError('badLimit', detail, { amount, unit });
}

function wrongWithLimit({ amount, unit, sameDay }: Limit): Words | undefined {
  if (!Object.hasOwn(LONGEST_LIMIT, unit)) {
    const units = 'workingDay, calendarDay, workingHour, month';
    return {
      vi: `có đơn vị không hợp lệ: chỉ dùng ${units}`,
      en: `has an unknown unit: use one of ${units}`,
    };
  }
  if (!Number.isFinite(amount)) return { vi: 'không phải là số', en: 'is not a number' };
  if (amount < 0) return { vi: 'là số âm', en: 'is negative' };
  if (amount > LONGEST_LIMIT[unit]) {
    const longest = limitText({ amount: LONGEST_LIMIT[unit], unit });
    return {
      vi: `dài hơn một trăm năm (${longest.vi})`,
      en: `is longer than a hundred years (${LONGEST_LIMIT[unit]} ${unit})`,
    };
  }
  if (sameDay && (unit !== 'workingDay' || amount > 1)) {
    return {
      vi: 'không thể là thời hạn trong ngày: nhiều nhất là 1 ngày làm việc (workingDay)',
      en: 'cannot be a same-day limit: at most 1 workingDay',
    };
  }
  return undefined;
}

/** Refuses invalid moments: `DeadlineError` `badInstant`. */
export function assertInstant(instant: Instant, what: Words): void {
  if (Number.isSafeInteger(instant)) return;
  throw new DeadlineError('badInstant', {
    vi: `${what.vi} không phải là một thời điểm (số nguyên mili giây): ${instant}.`,
    en: `${what.en} is not a whole number of milliseconds: ${instant}.`,
  });
}

/** The integer and fractional part of an amount; binary rounding noise (2.9999999999) is not a fraction. */
export function splitAmount(amount: number): { whole: number; part: number } {
  const rounded = Math.round(amount * 1e6) / 1e6;
  const whole = Math.floor(rounded);
  return { whole, part: rounded - whole };
}
