import type { CalendarDate } from '../../../schemas/calendar.ts';
import { readDossierCode } from '../../../schemas/codes/dossier-code.ts';
import { addDays } from '../vietnam-time.ts';

/** Dossiers submitted at a unit on some days: all, or those whose number begins with some digits. */
export interface CodeSpan {
  /** Null for all visible units. */
  readonly unit: string | null;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly number: string;
}

/** What part of a dossier code may mean: whole codes to look up, and days to read through. */
export interface CodeReading {
  readonly codes: readonly string[];
  readonly spans: readonly CodeSpan[];
}

/** Most whole codes tried for one part; the newest days first. */
const MOST_CODES = 300;
/** How far back a number without its day is searched for. */
const DAYS_BACK = 366;

const compact = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/**
 * Reads part of a dossier code (mã hồ sơ), with or without dots and dashes: `H44.101-261121-0001`,
 * `H441012611210001`, `261121-0001`, `0001`, `H44.101-2611`. A code consists of agency, day and number, so a part of
 * it matches few codes among the visible units, and these are looked up instead of indexing every part.
 *
 * @param units codes of the visible units.
 * @param today in Viet Nam.
 */
export function readCodePart(text: string, units: readonly string[], today: CalendarDate): CodeReading {
  const whole = text.trim().toUpperCase();
  const asked = compact(text);
  if (asked.length < 3) return { codes: [], spans: [] };
  const readings = [
    ...(readDossierCode(whole) ? [{ codes: [whole], spans: [] }] : []),
    ...units.filter(unit => asked.startsWith(compact(unit))).map(unit => withAgency(asked, unit, today)),
    ...(/^\d+$/.test(asked) ? [withoutAgency(asked, units, today)] : []),
    ...(/^[A-Y]\d/.test(asked) ? [agencyPart(asked, units, today)] : []),
  ];
  return {
    codes: [...new Set(readings.flatMap(({ codes }) => codes))].slice(0, MOST_CODES),
    spans: readings.flatMap(({ spans }) => spans),
  };
}

const codeOf = (unit: string, day: string, number: string) => `${unit}-${day}-${number}`;

function withAgency(asked: string, unit: string, today: CalendarDate): CodeReading {
  const rest = asked.slice(compact(unit).length);
  if (rest === '') return { codes: [], spans: [{ unit, from: '2000-01-01', to: today, number: '' }] };
  if (!/^\d+$/.test(rest) || rest.length > 10) return { codes: [], spans: [] };
  const days = daysThatBegin(rest.slice(0, 6));
  if (rest.length === 10 && days)
    return { codes: [codeOf(unit, rest.slice(0, 6), rest.slice(6))], spans: [] };
  const codes = rest.length === 4 ? recentDays('', today).map(day => codeOf(unit, day, rest)) : [];
  return { codes, spans: days ? [{ unit, ...days, number: rest.slice(6) }] : [] };
}

function withoutAgency(digits: string, units: readonly string[], today: CalendarDate): CodeReading {
  const number = digits.slice(-4);
  const days =
    digits.length >= 4 && digits.length <= 10 ? recentDays(digits.slice(0, -4), today) : ([] as string[]);
  const span = digits.length >= 6 && digits.length <= 9 ? daysThatBegin(digits.slice(0, 6)) : undefined;
  const perDay = Math.max(1, Math.floor(MOST_CODES / Math.max(units.length, 1)));
  return {
    codes: days.slice(0, perDay).flatMap(day => units.map(unit => codeOf(unit, day, number))),
    spans: span ? [{ unit: null, ...span, number: digits.slice(6) }] : [],
  };
}

/** The newest dossiers of the few agencies whose code begins with this. */
function agencyPart(asked: string, units: readonly string[], today: CalendarDate): CodeReading {
  const fitting = units.filter(unit => compact(unit).startsWith(asked) && compact(unit) !== asked);
  const spans = fitting.length <= 5 ? fitting : [];
  return {
    codes: [],
    spans: spans.map(unit => ({ unit, from: '2000-01-01', to: today, number: '' })),
  };
}

/** The days of the last year whose `yymmdd` ends with this, newest first. A whole day may be older. */
function recentDays(end: string, today: CalendarDate): string[] {
  if (end.length === 6) return daysThatBegin(end) ? [end] : [];
  return Array.from({ length: DAYS_BACK }, (_, back) =>
    addDays(today, -back).slice(2).replaceAll('-', ''),
  ).filter(day => day.endsWith(end));
}

/** First and last day whose `yymmdd` begins with this; undefined if there is none. */
function daysThatBegin(begin: string): { from: CalendarDate; to: CalendarDate } | undefined {
  const parts = /^(\d\d)(0[1-9]?|1[0-2]?)?(0[1-9]?|[12]\d?|3[01]?)?$/.exec(begin);
  if (!parts) return undefined;
  const [, year, month = '', day = ''] = parts;
  const first = (part: string, least: string) =>
    part.length === 2 ? part : part === '' || part === '0' ? least : `${part}0`;
  const last = (part: string, most: string) =>
    part.length === 2 ? part : part === '' || `${part}9` > most ? most : `${part}9`;
  const from = `20${year}-${first(month, '01')}-${first(day, '01')}`;
  const endMonth = `20${year}-${last(month, '12')}`;
  const length = daysOfMonth(endMonth);
  const to = `${endMonth}-${last(day, length)}`;
  return from > to || (day.length === 2 && day > length) ? undefined : { from, to };
}

/** How many days a month `YYYY-MM` has, as text. */
const daysOfMonth = (month: string) =>
  String(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate());
