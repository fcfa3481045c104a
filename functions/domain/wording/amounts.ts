import type { Limit } from '../../../schemas/calendar.ts';
import type { Language, Words } from '../../../schemas/words.ts';

const UNITS: Readonly<Record<Limit['unit'], Words>> = {
  workingDay: { vi: 'ngày làm việc', en: 'working day' },
  calendarDay: { vi: 'ngày', en: 'calendar day' },
  workingHour: { vi: 'giờ làm việc', en: 'working hour' },
  month: { vi: 'tháng', en: 'month' },
};

/** 1,5 in Vietnamese and 1.5 in English, at most two decimals. */
export function decimal(amount: number, language: Language): string {
  const written = String(Math.round(amount * 100) / 100);
  return language === 'vi' ? written.replace('.', ',') : written;
}

/** A limit as people say it: 7 ngày làm việc, 7 working days. */
export function limitText({ amount, unit }: Pick<Limit, 'amount' | 'unit'>): Words {
  const name = UNITS[unit];
  return {
    vi: `${decimal(amount, 'vi')} ${name.vi}`,
    en: `${decimal(amount, 'en')} ${name.en}${amount === 1 ? '' : 's'}`,
  };
}

/** A whole number in groups of three digits: 25.000. */
export const grouped = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');

/** An amount of money: 25.000 đồng. */
export const dong = (amount: number) => `${grouped(amount)} đồng`;
