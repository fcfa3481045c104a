import type { Language } from './language.tsx';

const ZONE = 'Asia/Ho_Chi_Minh';
const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options });
  made.set(key, format);
  return format;
}

const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Dates, times and money as people in Viet Nam read them, whatever the zone of their machine. */
export interface Formats {
  /** `27/11/2026`, of a date or an instant. */
  day(when: string): string;
  /** `17:00 27/11/2026` */
  instant(when: string): string;
  /** `17:00` */
  time(when: string): string;
  /** `thứ Sáu, 27/11/2026` */
  weekday(when: string): string;
  /** `150.000 đ` */
  dong(amount: number): string;
  number(value: number): string;
  bytes(size: number): string;
}

export function formatsOf(language: Language): Formats {
  const number = new Intl.NumberFormat(LOCALES[language]);
  // A date alone is a day in Viet Nam: noon there is that day in every zone that matters.
  const date = (when: string) => new Date(when.length === 10 ? `${when}T12:00:00+07:00` : when);
  const day = (when: string) => formatOf(language, DAY).format(date(when));
  const time = (when: string) => formatOf(language, TIME).format(date(when));
  return {
    day,
    time,
    instant: when => `${time(when)} ${day(when)}`,
    weekday: when => `${formatOf(language, { weekday: 'long' }).format(date(when))}, ${day(when)}`,
    dong: amount => `${number.format(amount)} đ`,
    number: value => number.format(value),
    bytes: size =>
      size < 1_000_000
        ? `${number.format(Math.max(1, Math.round(size / 1000)))} kB`
        : `${number.format(Math.round(size / 100_000) / 10)} MB`,
  };
}

/** Sorts as Vietnamese dictionaries do: a, ă, â, b … đ after d. */
export const vietnameseOrder = new Intl.Collator('vi');
