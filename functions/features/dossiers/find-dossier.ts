import type { Principal } from '../../../schemas/identity/principal.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import type { ReadingDeps } from './deps.ts';

/** The dossier, if the caller may read it; otherwise it is not found, whether it exists or not. */
export async function findDossier(
  deps: Pick<ReadingDeps, 'dossiers' | 'keyring'>,
  code: string,
  caller: Principal,
) {
  const [found, keyring] = await Promise.all([deps.dossiers.find(code), deps.keyring()]);
  if (!found) throw nothingHere();
  demandDossier(found.head, caller, keyring, 'dossier.read');
  return found;
}
