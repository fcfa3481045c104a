import { storedNumber } from '../../../schemas/stored/number.ts';
import { formatDossierCode } from '../../domain/dossier/number.ts';
import { addDays } from '../../domain/vietnam-time.ts';
import type { Items } from '../../kernel/table/items.ts';
import { keys } from '../keys/keys.ts';

/** The progress of a walk over all dossiers: a day (`YYYY-MM-DD`), and how many of that day were passed. */
export interface WalkPosition {
  readonly date: string;
  readonly passed: number;
}

/** The next dossiers of a walk; `next` is undefined after the last day. */
export interface WalkedDossiers {
  readonly codes: readonly string[];
  readonly next: WalkPosition | undefined;
}

/** Most days examined per slice: if nothing was submitted, the slice is short. */
const MOST_DAYS = 31;

/**
 * Names the dossiers of these agencies day by day, without any list: numbers have no gaps, so the count of a day
 * names all of its dossiers. A number assigned during the walk may cause a dossier to be named twice, never to be
 * left out.
 */
export async function walkDossiers(
  table: Items,
  agencies: readonly string[],
  from: WalkPosition,
  until: string,
  limit: number,
): Promise<WalkedDossiers> {
  const days = daysFrom(from.date, until);
  const codes: string[] = [];
  let { passed } = from;
  for (let start = 0; start < days.length; start += stretchOf(agencies)) {
    const stretch = days.slice(start, start + stretchOf(agencies));
    const codesOn = await codesOfDays(table, agencies, stretch);
    for (const date of stretch) {
      const ofDay = codesOn(date);
      const some = ofDay.slice(passed, passed + limit - codes.length);
      codes.push(...some);
      passed += some.length;
      if (codes.length < limit || passed === ofDay.length) passed = 0;
      if (codes.length === limit) return { codes, next: placeAfter(date, passed, until) };
    }
  }
  return { codes, next: placeAfter(days.at(-1) ?? until, 0, until) };
}

/** On the same day while some of it are left, otherwise on the next; nowhere after the last day. */
function placeAfter(date: string, passed: number, until: string): WalkPosition | undefined {
  if (passed > 0) return { date, passed };
  return date < until ? { date: addDays(date, 1), passed } : undefined;
}

/** Days from a given one up to the last, as many as one slice may have. */
function daysFrom(first: string, until: string): string[] {
  const days = Array.from({ length: MOST_DAYS }, (_, nth) => addDays(first, nth));
  return days.filter(day => day <= until);
}

/** Days whose counts are read at once: as many as fit into one batch read. */
const stretchOf = (agencies: readonly string[]) =>
  Math.max(1, Math.floor(100 / Math.max(1, agencies.length)));

/** The codes of all dossiers of days, by day. */
async function codesOfDays(
  table: Items,
  agencies: readonly string[],
  days: readonly string[],
): Promise<(date: string) => string[]> {
  const counters = days.flatMap(date => agencies.map(agency => keys.dossierNumber(agency, date)));
  const found = await table.fetch(counters, 'count');
  return date =>
    agencies.flatMap(agency =>
      Array.from({ length: storedNumber.parse(found(keys.dossierNumber(agency, date))) }, (_, nth) =>
        formatDossierCode(agency, date, nth + 1),
      ),
    );
}
