import type { CalendarDate } from '../../../../schemas/calendar.ts';
import { writtenDay } from '../statements/day-text.ts';

const DAYS = /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{8})(?!\d)/g;

/** The days that a purpose names: 26/11/2026, 2026-11-26, 26112026, 20261126. */
export function namedDays(purpose: string): CalendarDate[] {
  const texts = [purpose, purpose.replaceAll('\n', '')].flatMap(text => text.match(DAYS) ?? []);
  const days = texts.flatMap(text => {
    const [, a = '', b = '', c = '', d = ''] = /^(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
    const ways = a === '' ? [text] : [`${a}/${b}/${c}${d}`, `${a}${b}-${c}-${d}`];
    return ways.map(writtenDay).filter(day => day !== undefined);
  });
  return [...new Set(days)];
}
