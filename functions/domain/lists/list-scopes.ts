import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { accountKeyIn } from '../dossier/describe-actor.ts';

/** Whose list a dossier is in. A list of a unit, of the province or of a portal is filtered; a person's is short. */
export type Scope =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'province' }
  | { readonly kind: 'portal'; readonly submitter: string }
  | { readonly kind: 'person'; readonly key: string };

type Listed = Pick<DossierHead, 'competentUnit' | 'receivingUnit' | 'owner' | 'submittedBy'> &
  Partial<Pick<DossierHead, 'representative'>>;

/**
 * Everybody in whose list a dossier is: the unit that decides it and the one that received it, the province, its owner,
 * who acts for them by law, and who submitted it for them. Units change where one ends and another takes the dossier
 * over, persons where the applicant is corrected.
 */
export function scopesOf(head: Listed): Scope[] {
  const units = new Set([head.competentUnit, head.receivingUnit]);
  const persons = [head.owner, head.representative, accountKeyIn(head.submittedBy)];
  return [
    ...[...units].map((unit): Scope => ({ kind: 'unit', unit })),
    { kind: 'province' },
    ...[...new Set(persons.filter(key => typeof key === 'string'))].map(
      (key): Scope => ({ kind: 'person', key }),
    ),
    ...(head.submittedBy.startsWith('portal:')
      ? [{ kind: 'portal' as const, submitter: head.submittedBy }]
      : []),
  ];
}
