import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { accountKeyIn } from '../dossier/describe-actor.ts';

/** Whose list a dossier is in. Lists of a unit, the province or a portal can be filtered; a person's is short. */
export type Scope =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'province' }
  | { readonly kind: 'portal'; readonly submitter: string }
  | { readonly kind: 'person'; readonly key: string };

type Listed = Pick<DossierHead, 'competentUnit' | 'receivingUnit' | 'owner' | 'submittedBy'> &
  Partial<Pick<DossierHead, 'representative'>>;

/**
 * All list scopes of a dossier: the deciding and the receiving unit, the province, its owner, their legal
 * representative, and the submitter. Units change when one ends and its successor takes over, persons when the
 * applicant is corrected.
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
