import type { BilingualName, CalendarYear, DayOff, Weekday } from '../../../schemas/calendar.ts';
import { type DayNumber, dateOfDayNumber, dayNumberOfCivil, weekdayOfDayNumber } from '../vietnam-time.ts';
import { lunarNewYear, solarDayOfLunar } from './lunar.ts';

/**
 * The first year to which the present rules on public holidays apply (Labour Code 2019, Article 112, in force from 1
 * January 2021), and the last one for which the lunar formulae are good. Years outside are refused, not guessed.
 */
export const FIRST_COMPUTABLE_YEAR = 2021;
export const LAST_COMPUTABLE_YEAR = 2199;

/**
 * The year in which 24 November became a paid day off (Resolution 28/2026/QH16, from 1 July 2026; without
 * compensation).
 */
const FIRST_CULTURE_DAY = 2026;

const NAMES = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year (Tết)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' },
  reunification: { vi: 'Ngày Chiến thắng 30/4', en: 'Reunification Day' },
  labour: { vi: 'Quốc tế Lao động 1/5', en: 'International Labour Day' },
  national: { vi: 'Quốc khánh 2/9', en: 'National Day' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
} as const satisfies Record<string, BilingualName>;

type Holiday = { day: DayNumber; name: BilingualName };

/**
 * The five days of Tết. The Prime Minister fixes them each year; by custom two days before the first day of the lunar
 * year and three from it on, but one and four when the year begins on a Tuesday, which closes the gap to the week-end
 * (2022, 2026).
 */
function tetDays(year: number): Holiday[] {
  const first = lunarNewYear(year);
  const before = weekdayOfDayNumber(first) === 'tue' ? 1 : 2;
  return Array.from({ length: 5 }, (_, index) => ({ day: first - before + index, name: NAMES.tet }));
}

/** The two days of National Day: 2 September with the day before or after, by custom whichever touches the weekend. */
function nationalDays(year: number): Holiday[] {
  const second = dayNumberOfCivil(year, 9, 2);
  const dayBefore: readonly Weekday[] = ['tue', 'wed', 'fri', 'sat'];
  const first = dayBefore.includes(weekdayOfDayNumber(second)) ? second - 1 : second;
  return [
    { day: first, name: NAMES.national },
    { day: first + 1, name: NAMES.national },
  ];
}

function compensatedHolidays(year: number): Holiday[] {
  return [
    { day: dayNumberOfCivil(year, 1, 1), name: NAMES.newYear },
    ...tetDays(year),
    { day: solarDayOfLunar(year, 3, 10), name: NAMES.hungKings },
    { day: dayNumberOfCivil(year, 4, 30), name: NAMES.reunification },
    { day: dayNumberOfCivil(year, 5, 1), name: NAMES.labour },
    ...nationalDays(year),
  ].sort((a, b) => a.day - b.day);
}

/**
 * A weekly day off that falls on a holiday is compensated on the next working day (Labour Code 2019, Article 111.3).
 */
function compensations(holidays: readonly Holiday[], weeklyDaysOff: readonly Weekday[]): Holiday[] {
  const taken = new Set(holidays.map(({ day }) => day));
  const isOff = (day: DayNumber) => taken.has(day) || weeklyDaysOff.includes(weekdayOfDayNumber(day));
  const given: Holiday[] = [];
  for (const { day, name } of holidays) {
    if (!weeklyDaysOff.includes(weekdayOfDayNumber(day))) continue;
    let next = day + 1;
    while (isOff(next)) next++;
    taken.add(next);
    given.push({ day: next, name });
  }
  return given;
}

/**
 * The public holidays of a year without an official notice, by law and custom, marked provisional. Swaps of working
 * days cannot be foreseen and are not included. Years from `FIRST_COMPUTABLE_YEAR` to `LAST_COMPUTABLE_YEAR`.
 */
export function provisionalYear(
  year: number,
  weeklyDaysOff: readonly Weekday[] = ['sat', 'sun'],
): CalendarYear {
  const holidays = compensatedHolidays(year);
  const days = new Map<DayNumber, DayOff>();
  const add = ({ day, name }: Holiday, reason: DayOff['reason']) => {
    // Giỗ Tổ can fall on 30 April or 1 May: the day is off once, under the first name
    if (!days.has(day)) days.set(day, { date: dateOfDayNumber(day), reason, name });
  };
  for (const holiday of holidays) add(holiday, 'holiday');
  for (const holiday of compensations(holidays, weeklyDaysOff)) add(holiday, 'compensation');
  if (year >= FIRST_CULTURE_DAY) add({ day: dayNumberOfCivil(year, 11, 24), name: NAMES.culture }, 'holiday');
  return {
    year,
    provisional: true,
    notices: [],
    daysOff: [...days.values()].sort((a, b) => a.date.localeCompare(b.date)),
    saturdaysWorked: [],
  };
}
