import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import type { ArchiveDeps } from './deps.ts';

/** The officer who does something in the archive of a unit; refused as the policy says. */
export async function officerOf(
  { organization }: Pick<ArchiveDeps, 'organization'>,
  caller: Principal,
  unit: string,
  action: Action,
): Promise<OfficerPrincipal> {
  demand(caller, action, caller.kind === 'officer' ? unitRelation(caller, unit) : new Set());
  if (caller.kind !== 'officer') throw nothingHere();
  const units = (await organization.current())?.units ?? [];
  if (!units.some(({ code }) => code === unit)) throw nothingHere();
  return caller;
}
