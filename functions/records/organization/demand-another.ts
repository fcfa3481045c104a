import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { Words } from '../../../schemas/words.ts';
import { isSamePerson } from '../../domain/rights/same-person.ts';
import type { OrganizationStore } from './organization-store.ts';

/**
 * Refuses the officer who did the first half of something that takes two people, under another account of theirs
 * too.
 */
export async function demandAnother(
  { organization }: { readonly organization: Pick<OrganizationStore, 'officer'> },
  first: string,
  officer: OfficerPrincipal,
  words: Words,
): Promise<void> {
  const person = (await organization.officer(first)) ?? { id: first };
  if (isSamePerson(person, officer)) throw new ProblemError('four-eyes', words);
}
