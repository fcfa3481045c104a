import type { DossierHead } from '../../../schemas/dossier/head.ts';

/** Whose list a dossier is in. A list of a unit, of the province or of a portal is filtered; a person's is short. */
export type Scope =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'province' }
  | { readonly kind: 'portal'; readonly submitter: string }
  | { readonly kind: 'person'; readonly key: string };

type Listed = Pick<DossierHead, 'competentUnit' | 'receivingUnit' | 'owner' | 'submittedBy'>;

const CITIZEN = 'citizen:';

/**
 * Everybody in whose list a dossier is: the unit that decides it and the one that received it, the province, its owner, and who
 * submitted it for them. Only the units change, where one ends and another takes the dossier over.
 */
export function scopesOf(head: Listed): Scope[] {
  const units = new Set([head.competentUnit, head.receivingUnit]);
  const filer = head.submittedBy.startsWith(CITIZEN) ? head.submittedBy.slice(CITIZEN.length) : head.owner;
  return [
    ...[...units].map((unit): Scope => ({ kind: 'unit', unit })),
    { kind: 'province' },
    ...[...new Set([head.owner, filer])].map((key): Scope => ({ kind: 'person', key })),
    ...(head.submittedBy.startsWith('portal:')
      ? [{ kind: 'portal' as const, submitter: head.submittedBy }]
      : []),
  ];
}
