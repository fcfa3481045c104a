import { wording } from './language.tsx';

interface Limit {
  readonly amount: number;
  readonly unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
  readonly sameDay?: { readonly cutOff: string };
}

/** A time limit in words, as the law counts it. */
export const limitText = wording<(limit: Limit) => string>({
  vi({ amount, unit, sameDay }) {
    const units = {
      workingDay: 'ngày làm việc',
      calendarDay: 'ngày',
      workingHour: 'giờ làm việc',
      month: 'tháng',
    };
    const same = sameDay ? ` (trong ngày nếu nộp trước ${sameDay.cutOff})` : '';
    return `${String(amount).replace('.', ',')} ${units[unit]}${same}`;
  },
  en({ amount, unit, sameDay }) {
    const units = {
      workingDay: 'working days',
      calendarDay: 'days',
      workingHour: 'working hours',
      month: 'months',
    };
    const same = sameDay ? ` (the same day if handed in before ${sameDay.cutOff})` : '';
    return `${amount} ${units[unit]}${same}`;
  },
});
