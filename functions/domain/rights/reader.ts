import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { judge } from './judge.ts';
import { unitsOf } from './relations.ts';

/**
 * How much of a dossier somebody who may read it is shown. handler: officers of the units that handle it, and who oversees or inspects;
 * consulted: officers of a unit that is only asked for its opinion; outside: its owner, who submitted it, a portal.
 */
export type Reader = 'handler' | 'consulted' | 'outside';

type Handled = Pick<DossierHead, 'receivingUnit' | 'competentUnit' | 'tasks'>;

/** Which reader of the dossier a caller is, whose right to read it was settled before. */
export function readerOf({ receivingUnit, competentUnit, tasks }: Handled, caller: Principal): Reader {
  if (caller.kind !== 'officer') return 'outside';
  const steps = tasks.filter(({ phase }) => phase !== 'consultation');
  const handling = [receivingUnit, competentUnit, ...steps.map(({ unit }) => unit)];
  const everywhere = judge(caller, 'dossier.read', new Set()) === 'allow';
  // Whoever took over the work of a unit handles what that unit handled.
  return everywhere || unitsOf(caller).some(unit => handling.includes(unit)) ? 'handler' : 'consulted';
}
