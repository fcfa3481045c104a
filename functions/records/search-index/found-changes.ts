import { isDeepStrictEqual } from 'node:util';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import { earlierTerms } from '../../domain/search/earlier-terms.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import { termsOf } from '../../domain/search/search-terms.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { type Filed, foundEntries, type SealedTerms, sealTerms } from './found-entries.ts';

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
  keyring: Pick<Keyring, 'termKey'>,
): FoundChange {
  const { before, after, folding } = people;
  const terms = [...termsOf(before), ...(folding === FOLDING ? [] : earlierTerms(before))];
  return { filed, before: sealTerms(before, keyring, terms), after: sealTerms(after, keyring) };
}

/**
 * The writes that find a dossier by other terms from now on: what is found no more goes, what is new or told otherwise
 * comes, as much of it as there is room for.
 */
export function foundChanges(
  table: string,
  { filed, before, after }: FoundChange,
  room: number,
): NamedWrite[] {
  const placeOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}\n${sk}`;
  const old = new Map(foundEntries(filed, before).map(entry => [placeOf(entry), entry]));
  const now = new Map(foundEntries(filed, after).map(entry => [placeOf(entry), entry]));
  const gone = [...old].filter(([place]) => !now.has(place));
  const come = [...now].filter(([place, entry]) => !isDeepStrictEqual(old.get(place), entry));
  return [
    ...gone.map(([, { pk, sk }]) => ({ Delete: { TableName: table, Key: { pk, sk } } })),
    ...come
      .slice(0, Math.max(0, room - gone.length))
      .map(([, Item]) => ({ Put: { TableName: table, Item } })),
  ].map(write => ({ name: 'version', write }));
}
