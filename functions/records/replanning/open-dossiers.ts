import { isBeside } from '../../domain/dossier/waiting.ts';
import { allTasksOf } from '../../domain/lists/task-filters.ts';
import type { WorkList } from '../lists/work-list.ts';

/** A page of open dossiers, and where the next one begins. */
export interface OpenPage {
  readonly codes: readonly string[];
  readonly next: string | undefined;
}

/**
 * The open dossiers of some units, a page at a time, each in exactly one: that of the task its machine
 * waits for. Units are gone through by their codes, and those without work passed over: so a place holds in
 * another version of the units as well.
 */
export async function openDossiers(
  { workList }: { readonly workList: Pick<WorkList, 'page'> },
  units: readonly string[],
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<OpenPage> {
  const [from = '', position = ''] = split(after ?? '');
  const sorted = [...new Set(units)].sort();
  for (const [at, unit] of sorted.entries()) {
    // A unit that is gone since hands its place to the next one.
    if (unit < from) continue;
    const within = (unit === from && position) || undefined;
    const { items, next } = await workList.page(allTasksOf(unit), { after: within, limit });
    const following = next === undefined ? sorted[at + 1] : `${unit} ${next}`;
    // A consulted agency has a task in a dossier that belongs to another unit.
    const codes = items.filter(task => !isBeside(task)).map(({ dossier }) => dossier);
    if (codes.length > 0 || next !== undefined) return { codes, next: following };
  }
  return { codes: [], next: undefined };
}

function split(place: string): string[] {
  const blank = place.indexOf(' ');
  return blank < 0 ? [place] : [place.slice(0, blank), place.slice(blank + 1)];
}
