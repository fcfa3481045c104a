import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { earlierTerms } from '../../domain/search/earlier-terms.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import { type SearchTerm, spelling, termsOf, wordTerm } from '../../domain/search/search-terms.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { foundKeys } from '../keys/found-keys.ts';

/** What an applicant is found by, sealed: the table holds no name or number in a key. */
export interface SealedTerms {
  readonly terms: readonly {
    readonly digest: string;
    readonly grade: number;
    /** Marks of all words of a long name, on the terms of its parts. */
    readonly words?: string;
  }[];
  /** The name as spelled, to put the exactly spelled before the others; undefined for a name without diacritics. */
  readonly spelled: string | undefined;
}

/** Seals the terms of an applicant. */
export function sealTerms(
  applicant: Applicant,
  keyring: Pick<Keyring, 'termKey'>,
  terms = termsOf(applicant),
): SealedTerms {
  const spelled = spelling(applicant.name);
  return {
    terms: terms.map(({ term, grade, words }) => ({
      digest: keyring.termKey(term),
      grade,
      ...(words && { words: words.map(word => markOf(word, keyring)).join('') }),
    })),
    spelled: spelled && keyring.termKey(spelled),
  };
}

/** Characters of a word's mark: of sixteen million, so that hardly any two words share one. */
const MARK = 4;

/** A word as it is known beside a term: enough of its digest to tell words apart. */
function markOf(word: string, keyring: Pick<Keyring, 'termKey'>): string {
  return keyring.termKey(wordTerm(word)).slice(0, MARK);
}

/** Whether a name has all these words, by the marks of its own. */
export function hasWords(
  marks: string,
  words: readonly string[],
  keyring: Pick<Keyring, 'termKey'>,
): boolean {
  const has = new Set(
    Array.from({ length: marks.length / MARK }, (_, nth) => marks.slice(nth * MARK, (nth + 1) * MARK)),
  );
  return words.every(word => has.has(markOf(word, keyring)));
}

/** What of a dossier places it among what is found: the units are those it was filed at, whoever took it over. */
export type Filed = Pick<DossierHead, 'code' | 'submittedAt' | 'receivingUnit' | 'competentUnit'>;

/** The units in whose sight a dossier is found. */
const unitsOf = (head: Filed) => [...new Set([head.competentUnit, head.receivingUnit])];

/**
 * The entries by which a dossier is found, for each unit in whose sight it is; the first of them for the province, too.
 * They carry the version of the folding they were written by, and change only when they are written anew by a later one
 * or the applicant is corrected: who goes on with the work of a unit that ended looks under that unit, too.
 */
export function foundEntries(head: Filed, sealed: SealedTerms) {
  const { code, submittedAt } = head;
  return unitsOf(head).flatMap((unit, nth) =>
    sealed.terms.map(({ digest, grade, words }) => {
      const place = { grade, unit, submittedAt, code };
      return {
        ...foundKeys.item(digest, place),
        folding: FOLDING,
        ...(nth === 0 && foundKeys.province(digest, place)),
        ...(words !== undefined && { words }),
        ...(sealed.spelled !== undefined && grade === 0 && { spelled: sealed.spelled }),
      };
    }),
  );
}

/** The writes of the entries, as many of each unit as a transaction has room for: the last terms tell least. */
export function foundWrites(table: string, head: Filed, sealed: SealedTerms, room: number): NamedWrite[] {
  const terms = sealed.terms.slice(0, Math.floor(room / unitsOf(head).length));
  return foundEntries(head, { ...sealed, terms }).map(Item => ({
    name: 'version',
    write: { Put: { TableName: table, Item } },
  }));
}

/** The deletes of what an earlier folding wrote of an applicant and the present one does not. */
export function earlierEntryDeletes(
  table: string,
  head: Filed,
  owner: Applicant,
  keyring: Pick<Keyring, 'termKey'>,
): NamedWrite[] {
  const { code, submittedAt } = head;
  const named = (one: Pick<SearchTerm, 'term' | 'grade'>) => `${one.grade} ${one.term}`;
  const now = new Set(termsOf(owner).map(named));
  return unitsOf(head).flatMap(unit =>
    earlierTerms(owner)
      .filter(one => !now.has(named(one)))
      .map(({ term, grade }) => ({
        name: 'version',
        write: {
          Delete: {
            TableName: table,
            Key: foundKeys.item(keyring.termKey(term), { grade, unit, submittedAt, code }),
          },
        },
      })),
  );
}
