import type { Principal } from '../../schemas/identity/principal.ts';
import { ProblemError } from '../domain/problem.ts';
import { demandDossier } from '../platform/dossiers/demand-dossier.ts';
import type { ReadingDeps } from './deps.ts';

/** The dossier, if the caller may read it; otherwise it is not found, whether it exists or not. */
export async function findDossier(
  deps: Pick<ReadingDeps, 'dossiers' | 'keyring'>,
  code: string,
  caller: Principal,
) {
  const [found, keyring] = await Promise.all([deps.dossiers.find(code), deps.keyring()]);
  if (!found) throw new ProblemError('not-found', 'There is nothing here that you may see.');
  demandDossier(found.head, caller, keyring, 'dossier.read');
  return found;
}
