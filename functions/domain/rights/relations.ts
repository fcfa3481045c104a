import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { Relation } from './policy.ts';

type Related = Pick<DossierHead, 'owner' | 'submittedBy' | 'receivingUnit' | 'competentUnit' | 'tasks'>;

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
    case 'officer': {
      const units = [head.receivingUnit, head.competentUnit, ...head.tasks.map(task => task.unit)];
      return caller.unit !== null && units.includes(caller.unit) ? new Set(['unit']) : new Set();
    }
  }
}
