import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { spelling, termsOf } from '../../domain/search/search-terms.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { keys } from '../table/keys.ts';
import type { NamedWrite } from '../table/transact.ts';

/** What an applicant is found by, sealed: the table holds no name or number in a key. */
export interface SealedTerms {
  readonly terms: readonly { readonly digest: string; readonly grade: number }[];
  /** The name as spelled, to put the exactly spelled before the others; undefined for a name without diacritics. */
  readonly spelled: string | undefined;
}

/** Seals the terms of an applicant. */
export function sealTerms(applicant: Applicant, keyring: Pick<Keyring, 'termKey'>): SealedTerms {
  const spelled = spelling(applicant.name);
  return {
    terms: termsOf(applicant).map(({ term, grade }) => ({ digest: keyring.termKey(term), grade })),
    spelled: spelled && keyring.termKey(spelled),
  };
}

/** The entries by which a new dossier is found, for each unit in whose sight it is. They never change. */
export function foundEntries(head: DossierHead, sealed: SealedTerms) {
  const { code, submittedAt } = head;
  const units = [...new Set([head.competentUnit, head.receivingUnit])];
  return units.flatMap(unit =>
    sealed.terms.map(({ digest, grade }) => ({
      ...keys.found(digest, { grade, unit, submittedAt, code }),
      ...(sealed.spelled !== undefined && grade === 0 && { spelled: sealed.spelled }),
    })),
  );
}

export function foundWrites(table: string, head: DossierHead, sealed: SealedTerms): NamedWrite[] {
  return foundEntries(head, sealed).map(Item => ({
    name: 'version',
    write: { Put: { TableName: table, Item } },
  }));
}
