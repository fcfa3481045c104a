import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { earlierTerms } from '../search/earlier-terms.ts';
import { FOLDING } from '../search/fold.ts';
import { type SealedTerms, type SealTerm, sealTerms } from '../search/sealed-terms.ts';
import { termsOf } from '../search/search-terms.ts';

/** What ranks a dossier in search results: the units are those it was filed at, whoever took it over. */
export type Filed = Pick<DossierHead, 'code' | 'submittedAt' | 'receivingUnit' | 'competentUnit'>;

/** A search entry of a dossier within a unit; one of the entries of a term is also for the province. */
export interface FoundEntry {
  readonly digest: string;
  readonly grade: number;
  readonly unit: string;
  readonly submittedAt: string;
  readonly code: string;
  readonly inProvince: boolean;
  /** The folding version it was written with. */
  readonly folding: number;
  readonly words?: string;
  readonly spelled?: string;
}

/** The units within which a dossier is found. */
const unitsOf = (filed: Filed) => [...new Set([filed.competentUnit, filed.receivingUnit])];

/**
 * The search entries of a dossier, for each unit within which it is found. They change only when rewritten with a
 * later folding or when the applicant is corrected: a successor of an ended unit searches under that unit, too.
 *
 * @param room the most entries: as many as fit for each unit; the last terms matter least.
 */
export function foundEntries(
  filed: Filed,
  sealed: SealedTerms,
  room = Number.POSITIVE_INFINITY,
): FoundEntry[] {
  const units = unitsOf(filed);
  const terms = sealed.terms.slice(0, Math.floor(room / units.length));
  const { code, submittedAt } = filed;
  return units.flatMap((unit, nth) =>
    terms.map(({ digest, grade, words }) => ({
      digest,
      grade,
      unit,
      submittedAt,
      code,
      inProvince: nth === 0,
      folding: FOLDING,
      ...(words !== undefined && { words }),
      ...(sealed.spelled !== undefined && grade === 0 && { spelled: sealed.spelled }),
    })),
  );
}

/** The search terms of a dossier before and after a correction of its applicant; and where it was filed. */
export interface FoundChange {
  readonly filed: Filed;
  readonly before: SealedTerms;
  readonly after: SealedTerms;
}

/**
 * Seals the changes of a correction. If the entries were not yet rewritten with the current folding, the older ones
 * are removed, too.
 *
 * @param folding with which the current entries were written.
 */
export function sealChange(
  filed: Filed,
  people: { readonly before: Applicant; readonly after: Applicant; readonly folding: number | undefined },
  seal: SealTerm,
): FoundChange {
  const { before, after, folding } = people;
  const terms = [...termsOf(before), ...(folding === FOLDING ? [] : earlierTerms(before))];
  return { filed, before: sealTerms(before, seal, terms), after: sealTerms(after, seal) };
}

/** Distinguishes the places of entries of one dossier. */
export const foundPlaceName = ({ digest, unit, grade }: FoundEntry): string => `${unit} ${grade} ${digest}`;

/** Removes entries that no longer apply and adds new or changed ones, as far as there is room. */
export function foundChanges(
  { filed, before, after }: FoundChange,
  room: number,
): { readonly gone: readonly FoundEntry[]; readonly come: readonly FoundEntry[] } {
  const byPlace = (sealed: SealedTerms) =>
    new Map(foundEntries(filed, sealed).map(entry => [foundPlaceName(entry), entry]));
  const [old, now] = [byPlace(before), byPlace(after)];
  const gone = [...old].flatMap(([place, entry]) => (now.has(place) ? [] : [entry]));
  const come = [...now].flatMap(([place, entry]) =>
    JSON.stringify(old.get(place)) === JSON.stringify(entry) ? [] : [entry],
  );
  return { gone, come: come.slice(0, Math.max(0, room - gone.length)) };
}
