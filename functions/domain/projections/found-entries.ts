import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { earlierTerms } from '../search/earlier-terms.ts';
import { FOLDING } from '../search/fold.ts';
import { type SealedTerms, type SealTerm, sealTerms } from '../search/sealed-terms.ts';
import { termsOf } from '../search/search-terms.ts';

/** What of a dossier places it among what is found: the units are those it was filed at, whoever took it over. */
export type Filed = Pick<DossierHead, 'code' | 'submittedAt' | 'receivingUnit' | 'competentUnit'>;

/** An entry by which a search in sight of a unit finds a dossier; one of those of a term is for the province, too. */
export interface FoundEntry {
  readonly digest: string;
  readonly grade: number;
  readonly unit: string;
  readonly submittedAt: string;
  readonly code: string;
  readonly inProvince: boolean;
  /** The version of the folding that it was written by. */
  readonly folding: number;
  readonly words?: string;
  readonly spelled?: string;
}

/** The units in whose sight a dossier is found. */
const unitsOf = (filed: Filed) => [...new Set([filed.competentUnit, filed.receivingUnit])];

/**
 * The entries by which a dossier is found, for each unit in whose sight it is. They change only when they are written anew by a
 * later folding or the applicant is corrected: who goes on with the work of a unit that ended looks under that unit, too.
 *
 * @param room how many entries there may be: of each unit as many as fit; the last terms tell least.
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

/** What searches find a dossier by until its applicant is corrected, and from then on; and where it was filed. */
export interface FoundChange {
  readonly filed: Filed;
  readonly before: SealedTerms;
  readonly after: SealedTerms;
}

/**
 * Seals what changes with a correction. Where the entries were not yet written anew by the present folding, those of
 * the earlier go, too.
 *
 * @param folding by which the entries that stand were written.
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

/** Tells the places of entries of one dossier apart. */
export const foundPlaceName = ({ digest, unit, grade }: FoundEntry): string => `${unit} ${grade} ${digest}`;

/** What finds a dossier no more goes, what is new or told otherwise comes, as much of it as there is room for. */
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
