import { questionOf } from '../../domain/lists/dossier-filters.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { DossierLists } from './dossier-lists.ts';

/** Most duplicates named: more would add nothing. */
const MOST = 10;

/**
 * Finds the open dossiers of a person (keyed digest) for a procedure, newest first. Reads an index, so two
 * submissions at the same moment may miss each other.
 */
export function openDuplicates(lists: Pick<DossierLists, 'page'>) {
  return async (owner: string, procedure: string, now: Instant): Promise<string[]> => {
    const question = questionOf({ procedure, open: 'true' }, now, ['submittedAt']);
    const { items } = await lists.page({ kind: 'person', key: owner }, question, {
      after: undefined,
      limit: MOST,
      now,
    });
    // A submitter's list also contains dossiers submitted for others.
    return items.filter(row => row.owner === owner).map(({ code }) => code);
  };
}
