import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';

/** The officer who looks after the province's money, or looks at it: who of a unit may, is of the province's own. */
export function demandTreasurer(
  { agency }: { readonly agency: string },
  caller: Principal,
  action: Extract<Action, `settlement.${string}`>,
): OfficerPrincipal {
  demand(caller, action, caller.kind === 'officer' ? unitRelation(caller, agency) : new Set());
  if (caller.kind !== 'officer') throw nothingHere();
  return caller;
}

/** The role in which money is given to a dossier. */
export const roleOf = ({ roles }: OfficerPrincipal): OfficerRole =>
  roles.includes('administrator') ? 'administrator' : 'leader';
