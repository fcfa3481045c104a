import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { Relation } from './policy.ts';

type Handled = Pick<DossierHead, 'receivingUnit' | 'competentUnit' | 'tasks'>;
type Related = Handled &
  Pick<DossierHead, 'owner' | 'submittedBy'> &
  Partial<Pick<DossierHead, 'representative'>>;

/**
 * How a caller stands to a dossier. `key` is the keyed digest of a caller who applies: theirs is what they own, what
 * they submitted, and what they act for by law as the named representative or guardian of its owner.
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
        key !== undefined &&
        (head.owner === key || head.representative === key || head.submittedBy === `${caller.kind}:${key}`);
      return own ? new Set(['owner']) : new Set();
    }
    case 'portal':
      return head.submittedBy === `portal:${caller.id}` ? new Set(['owner']) : new Set();
    case 'officer':
      return officerRelationsTo(head, caller);
  }
}

/** The units an officer stands for: their own, and those whose work it took over. */
export function unitsOf({ unit, inherits = [] }: Pick<OfficerPrincipal, 'unit' | 'inherits'>): string[] {
  return unit === null ? [] : [unit, ...inherits];
}

/** How an officer stands to what is a unit’s. */
export function unitRelation(
  officer: Pick<OfficerPrincipal, 'unit' | 'inherits'>,
  unit: string | undefined,
): ReadonlySet<Relation> {
  return unit !== undefined && unitsOf(officer).includes(unit) ? new Set(['unit']) : new Set();
}

/** How an officer stands to a dossier: by the units that received it, decide it, or have a task of it. */
export function officerRelationsTo(
  head: Handled,
  officer: Pick<OfficerPrincipal, 'unit' | 'inherits'>,
): ReadonlySet<Relation> {
  const units = unitsOf(officer);
  const handling = [head.receivingUnit, head.competentUnit, ...head.tasks.map(task => task.unit)];
  return handling.some(unit => units.includes(unit)) ? new Set(['unit']) : new Set();
}
