import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';

/** An officer by account, and who they are where their record says it. */
export interface Person {
  readonly id: string;
  readonly person?: OfficerPrincipal['person'] | undefined;
}

/** Whether two accounts are one person's: the same account, or two whose records name the same person. */
export function isSamePerson(one: Person, other: Person): boolean {
  return one.id === other.id || (one.person !== undefined && one.person === other.person);
}
