import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { Relation } from './policy.ts';

type Handled = Pick<DossierHead, 'receivingUnit' | 'competentUnit' | 'tasks'>;
type Related = Handled & Pick<DossierHead, 'owner' | 'submittedBy'>;

/** How a caller stands to a dossier. `key` is the caller’s keyed digest when a citizen. */
export function relationsTo(
  head: Related,
  caller: Principal,
  key: string | undefined,
): ReadonlySet<Relation> {
  switch (caller.kind) {
    case 'anonymous':
      return new Set();
    case 'citizen': {
      const own = key !== undefined && (head.owner === key || head.submittedBy === `citizen:${key}`);
      return own ? new Set(['owner']) : new Set();
    }
    case 'portal':
      return head.submittedBy === `portal:${caller.id}` ? new Set(['owner']) : new Set();
    case 'officer':
      return officerRelationsTo(head, caller);
  }
}

/** How an officer stands to a dossier: by the units that received it, decide it, or have a task of it. */
export function officerRelationsTo(
  head: Handled,
  { unit }: Pick<OfficerPrincipal, 'unit'>,
): ReadonlySet<Relation> {
  const units = [head.receivingUnit, head.competentUnit, ...head.tasks.map(task => task.unit)];
  return unit !== null && units.includes(unit) ? new Set(['unit']) : new Set();
}
