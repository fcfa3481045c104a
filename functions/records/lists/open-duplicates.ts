import { questionOf } from '../../domain/lists/dossier-filters.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { DossierLists } from './dossier-lists.ts';

/** Named at the most: more say nothing new. */
const MOST = 10;

/**
 * Finds the open dossiers of a person (keyed digest) for a procedure, newest first. Read from an index, so of two that come within the same
 * moment neither may know of the other.
 */
export function openDuplicates(lists: Pick<DossierLists, 'page'>) {
  return async (owner: string, procedure: string, now: Instant): Promise<string[]> => {
    const question = questionOf({ procedure, open: 'true' }, now, ['submittedAt']);
    const { items } = await lists.page({ kind: 'person', key: owner }, question, {
      after: undefined,
      limit: MOST,
      now,
    });
    // Who submits for others has those in their list, too.
    return items.filter(row => row.owner === owner).map(({ code }) => code);
  };
}
