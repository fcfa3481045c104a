import { ProblemError } from '../../schemas/api/problem-error.ts';
import { addDays } from './vietnam-time.ts';

/** The days of a period (kỳ), `YYYY-MM-DD`, both among them. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Refuses a period that ends before it begins. */
export function demandForwards({ from, to }: Period): void {
  if (from <= to) return;
  throw new ProblemError(
    'parameter-invalid',
    { vi: 'Kỳ kết thúc trước khi bắt đầu.', en: 'The period ends before it begins.' },
    {
      faults: [
        { pointer: '/to', message: { vi: 'không được trước ngày “from”', en: 'must not be before “from”' } },
      ],
    },
  );
}

/** Refuses a period of more days than are looked through. */
export function demandShort({ from, to }: Period, most: number): void {
  if (addDays(from, most) > to) return;
  throw new ProblemError('period-too-long', {
    vi: `Kỳ này dài hơn ${most} ngày: hãy chọn kỳ ngắn hơn.`,
    en: `This period has more than ${most} days: choose a shorter one.`,
  });
}

/** The days of a period, the first first. */
export function daysOfPeriod({ from, to }: Period): string[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
