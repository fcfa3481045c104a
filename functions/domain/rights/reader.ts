import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { judge } from './judge.ts';
import { unitsOf } from './relations.ts';

/**
 * How much of a dossier a reader is shown. handler: officers of the units that handle it, overseers and auditors;
 * consulted: officers of a unit that is only consulted; outside: its owner, its submitter, a portal.
 */
export type Reader = 'handler' | 'consulted' | 'outside';

type Handled = Pick<DossierHead, 'receivingUnit' | 'competentUnit' | 'tasks'>;

/** Which kind of reader a caller is, once their right to read is established. */
export function readerOf({ receivingUnit, competentUnit, tasks }: Handled, caller: Principal): Reader {
  if (caller.kind !== 'officer') return 'outside';
  const steps = tasks.filter(({ phase }) => phase !== 'consultation');
  const handling = [receivingUnit, competentUnit, ...steps.map(({ unit }) => unit)];
  const everywhere = judge(caller, 'dossier.read', new Set()) === 'allow';
  // A successor handles what its predecessor handled.
  return everywhere || unitsOf(caller).some(unit => handling.includes(unit)) ? 'handler' : 'consulted';
}
