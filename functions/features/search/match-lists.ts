import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import { questionOf } from '../../domain/lists/dossier-filters.ts';
import type { CodeSpan } from '../../domain/search/code-part.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { SearchDeps } from './deps.ts';
import { newestInSight } from './in-sight.ts';
import {
  type FoundIn,
  type Match,
  type Matches,
  MOST,
  nothing,
  RANKS,
  type Search,
  together,
} from './match.ts';

/** Procedures examined per search: if more contain the words, the words mean little. */
const MOST_PROCEDURES = 5;

/** The newest dossiers of the days that part of a code names. */
export async function matchDays(deps: SearchDeps, search: Search): Promise<Matches> {
  return together(await Promise.all(search.reading.code.spans.map(span => bySpan(deps, search, span))));
}

async function bySpan(deps: SearchDeps, search: Search, span: CodeSpan): Promise<Matches> {
  const question = questionOf({ submittedFrom: span.from, submittedTo: span.to }, search.now);
  const place = { limit: span.number === '' ? search.limit : MOST, now: search.now };
  const { unit } = span;
  // A dossier submitted at an ended unit keeps its code, and is in its successor's lists.
  const heirs = unit === null ? [] : search.heirsOf(unit);
  const units =
    unit === null ? search.units : [unit, ...heirs.filter(heir => search.units?.includes(heir) ?? true)];
  const { items, more } = await newestInSight(deps, units, question, place);
  const fitting = items.filter(
    ({ code }) =>
      code.slice(code.lastIndexOf('-') + 1).startsWith(span.number) &&
      (unit === null || units?.length === 1 || code.startsWith(`${unit}-`)),
  );
  return { matches: fitting.map(one => matchOf(one, 'code', RANKS.part)), more };
}

/**
 * The newest dossiers of the procedures whose names contain the words, procedure by procedure until there are enough.
 */
export async function matchProcedures(deps: SearchDeps, search: Search): Promise<Matches> {
  const { reading, text, units, now } = search;
  const named = reading.names.length > 0 ? await deps.procedures.find(text) : [];
  const procedures = reading.procedure
    ? [reading.procedure]
    : named.slice(0, MOST_PROCEDURES).map(({ entry }) => entry.code);
  const matches: Match[] = [];
  for (const [nth, procedure] of procedures.entries()) {
    const place = { limit: search.limit - matches.length, now };
    const { items, more } = await newestInSight(deps, units, questionOf({ procedure }, now), place);
    const rank = RANKS.procedure + nth / MOST_PROCEDURES;
    matches.push(...items.map(one => matchOf(one, 'procedure', rank)));
    const last = nth === procedures.length - 1;
    if (matches.length >= search.limit) return { matches, more: more || !last };
  }
  return { matches, more: false };
}

/** Dossiers with this portal reference. */
export async function matchReference(
  deps: SearchDeps,
  { reading, units, limit, now }: Search,
): Promise<Matches> {
  if (reading.reference === undefined) return nothing;
  const question = questionOf({ portalReference: reading.reference }, now);
  const { items, more } = await newestInSight(deps, units, question, { limit, now });
  return { matches: items.map(one => matchOf(one, 'portalReference', RANKS.number)), more };
}

function matchOf(row: DossierRow, foundIn: FoundIn, rank: number): Match {
  return { code: row.code, foundIn, rank, submittedAt: parseInstant(row.submittedAt), row };
}
