import { isBeside } from '../../domain/dossier/waiting.ts';
import { allTasksOf } from '../../domain/lists/task-filters.ts';
import type { WorkList } from '../lists/work-list.ts';

/** A page of open dossiers, and where the next one begins. */
export interface OpenPage {
  readonly codes: readonly string[];
  readonly next: string | undefined;
}

/**
 * The open dossiers of some units, a page at a time, each in exactly one: that of the task its machine waits for. Units without work are
 * passed over.
 */
export async function openDossiers(
  { workList }: { readonly workList: Pick<WorkList, 'page'> },
  units: readonly string[],
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<OpenPage> {
  const [unit = '', position = ''] = split(after ?? units[0] ?? '');
  let at = units.indexOf(unit);
  let within = position || undefined;
  for (; at >= 0 && at < units.length; at++, within = undefined) {
    const here = units[at] ?? '';
    const { items, next } = await workList.page(allTasksOf(here), { after: within, limit });
    const following = next === undefined ? units[at + 1] : `${here} ${next}`;
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
