import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { Relation } from './policy.ts';

type Handled = Pick<DossierHead, 'receivingUnit' | 'competentUnit' | 'tasks'>;
type Related = Handled &
  Pick<DossierHead, 'owner' | 'submittedBy'> &
  Partial<Pick<DossierHead, 'representative'>>;

/**
 * A caller's relations to a dossier. `key` is the keyed digest of an applicant: theirs is what they own, what they
 * submitted, and what they represent as the owner's legal representative or guardian.
 */
export function relationsTo(
  head: Related,
  caller: Principal,
  key: string | undefined,
): ReadonlySet<Relation> {
  switch (caller.kind) {
    case 'anonymous':
      return new Set();
    case 'citizen':
    case 'foreigner':
    case 'organisation': {
      const own =
        isOwnerOrRepresentative(head, key) ||
        (key !== undefined && head.submittedBy === `${caller.kind}:${key}`);
      return own ? new Set(['owner']) : new Set();
    }
    case 'portal':
      return head.submittedBy === `portal:${caller.id}` ? new Set(['owner']) : new Set();
    case 'officer':
      return officerRelationsTo(head, caller);
  }
}

/**
 * Whether the dossier is about a person or organisation, or about whom they act for by law: not who submitted for
 * them.
 */
export function isOwnerOrRepresentative(
  head: Pick<Related, 'owner' | 'representative'>,
  key: string | undefined,
): boolean {
  return key !== undefined && (head.owner === key || head.representative === key);
}

/** The units an officer acts for: their own, and those whose work it took over. */
export function unitsOf({ unit, inherits = [] }: Pick<OfficerPrincipal, 'unit' | 'inherits'>): string[] {
  return unit === null ? [] : [unit, ...inherits];
}

/** An officer's relations to something that belongs to a unit. */
export function unitRelation(
  officer: Pick<OfficerPrincipal, 'unit' | 'inherits'>,
  unit: string | undefined,
): ReadonlySet<Relation> {
  return unit !== undefined && unitsOf(officer).includes(unit) ? new Set(['unit']) : new Set();
}

/** An officer's relations to a dossier: through the units that received it, decide it, or have a task in it. */
export function officerRelationsTo(
  head: Handled,
  officer: Pick<OfficerPrincipal, 'unit' | 'inherits'>,
): ReadonlySet<Relation> {
  const units = unitsOf(officer);
  const handling = [head.receivingUnit, head.competentUnit, ...head.tasks.map(task => task.unit)];
  return handling.some(unit => units.includes(unit)) ? new Set(['unit']) : new Set();
}
