import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { SuppliedPaper } from '../../../schemas/dossier/supplied-paper.ts';

type Reused = DossierHead['reused'];

/**
 * What a paper was reused from, by the code that the national portal knows (trạng thái số hóa): 3, another result, of
 * this province or of the national store. Undefined if it was handed in: then it is digitized (1) or not (0), which the
 * rules of digitizing say. A paper of an earlier dossier (2) cannot be handed in again: its file belongs to that one.
 */
export function reuseOf({
  results = [],
  fromStore = [],
}: Pick<SuppliedPaper, 'results' | 'fromStore'>): 3 | undefined {
  return results.length > 0 || fromStore.length > 0 ? 3 : undefined;
}

/** Which papers of a dossier are reused after something more was handed in: a later hand-in takes the earlier one's place. */
export function reusedAfter(before: Reused, given: readonly SuppliedPaper[]): Reused {
  const reused = new Map(Object.entries(before ?? {}));
  const papers = given.filter(
    ({ files, paperCopies, results = [] }) => files.length + paperCopies + results.length > 0,
  );
  for (const { component } of papers) reused.delete(component);
  for (const paper of papers) {
    if (paper.reuse !== undefined) reused.set(paper.component, paper.reuse);
  }
  return reused.size > 0 ? Object.fromEntries(reused) : null;
}

/** How many papers of a dossier were reused. */
export const reuseCount = (reused: Reused): number => Object.keys(reused ?? {}).length;
