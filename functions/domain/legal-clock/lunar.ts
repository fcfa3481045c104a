import { type DayNumber, dayNumberOfCivil } from '../vietnam-time.ts';

/**
 * Vietnam's lunisolar calendar (âm lịch): months begin on the day of the new moon, and the month that holds the
 * winter solstice is the eleventh, both by the date at UTC+7. The meridian matters: in 1985 Tết fell on 21 January in
 * Vietnam and a month later in China. Formulae: mean new moon with its main periodic terms and the sun's apparent
 * longitude (Meeus, Astronomical Algorithms).
 */

const VIETNAM = 7 / 24;
const MONTH = 29.530588853;
/** Julian day number of day number 0, 1970-01-01. */
const JULIAN_OF_DAY_ZERO = 2_440_588;
/** Days from 1970-01-01 back to the new moon from which lunations are numbered (1 January 1900). */
const FIRST_LUNATION = 2_415_021.076998695 - JULIAN_OF_DAY_ZERO;
const RADIANS = Math.PI / 180;

/** The Vietnamese day of the new moon with the given number. */
function newMoon(lunation: number): DayNumber {
  const t = lunation / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * lunation +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS);
  const sun = (359.2242 + 29.10535608 * lunation - 0.0000333 * t2 - 0.00000347 * t3) * RADIANS;
  const moon = (306.0253 + 385.81691806 * lunation + 0.0107306 * t2 + 0.00001236 * t3) * RADIANS;
  const node = (21.2964 + 390.67050646 * lunation - 0.0016528 * t2 - 0.00000239 * t3) * 2 * RADIANS;
  const periodic =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(node + sun) -
    0.0004 * Math.sin(node - sun) -
    0.0006 * Math.sin(node + moon) +
    0.001 * Math.sin(node - moon) +
    0.0005 * Math.sin(sun + 2 * moon);
  const dynamicalTimeLead = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + periodic - dynamicalTimeLead + 0.5 + VIETNAM) - JULIAN_OF_DAY_ZERO;
}

/**
 * The twelfth of its path, counted from the March equinox, in which the sun stands at midnight as the Vietnamese day
 * begins.
 */
function sunSector(day: DayNumber): number {
  const t = (day + JULIAN_OF_DAY_ZERO - 0.5 - VIETNAM - 2_451_545) / 36_525;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * RADIANS;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const lunationBefore = (day: DayNumber) => Math.floor((day + 0.5 - FIRST_LUNATION) / MONTH);

/** The lunation of the eleventh month that begins in the given solar year: the month of the winter solstice. */
function eleventhMonth(year: number): number {
  const lunation = lunationBefore(dayNumberOfCivil(year, 12, 31));
  // the sun enters sector 9 at the solstice; a month beginning after it is already the twelfth
  return sunSector(newMoon(lunation)) >= 9 ? lunation - 1 : lunation;
}

/** How many months after the eleventh the leap month comes: the first month in which the sun enters no new sector. */
function leapOffset(eleventh: number): number {
  let offset = 1;
  while (sunSector(newMoon(eleventh + offset)) !== sunSector(newMoon(eleventh + offset + 1))) offset++;
  return offset;
}

/**
 * The solar day of a day of the lunar calendar, for months 1 to 10 and not for leap months: what holidays need.
 * `year` is the lunar year, which is the solar year in which its first month begins. Good for 1900 to 2199.
 */
export function solarDayOfLunar(year: number, month: number, day: number): DayNumber {
  const eleventh = eleventhMonth(year - 1);
  const next = eleventhMonth(year);
  let offset = month + 1;
  // thirteen months between two eleventh months: one of them repeats the number of the month before it
  if (next - eleventh > 12 && offset >= leapOffset(eleventh)) offset++;
  return newMoon(eleventh + offset) + day - 1;
}

/** The first day of the lunar year (Tết Nguyên đán, mùng 1 tháng Giêng). */
export function lunarNewYear(year: number): DayNumber {
  return solarDayOfLunar(year, 1, 1);
}
