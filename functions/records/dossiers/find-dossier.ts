import type { Principal } from '../../../schemas/identity/principal.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { demandDossier } from './demand-dossier.ts';
import { demandSound } from './demand-sound.ts';
import type { DossierStore } from './dossier-store.ts';

/** What finding a dossier for a reader needs. */
export interface FindingDeps {
  readonly dossiers: Pick<DossierStore, 'find' | 'standing'>;
  readonly keyring: () => Promise<Keyring>;
}

/**
 * The dossier, if the caller may read it; otherwise it is not found, whether it exists or not. `also` reads in the same
 * turn as the dossier's ledger is looked at, and counts for nothing where that is broken.
 */
export async function findDossierAnd<T>(
  deps: FindingDeps,
  code: string,
  caller: Principal,
  also: (found: Found) => Promise<T>,
): Promise<Found & { readonly also: T }> {
  const [found, keyring] = await Promise.all([deps.dossiers.find(code), deps.keyring()]);
  if (!found) throw nothingHere();
  demandDossier(found.head, caller, keyring, 'dossier.read');
  const [sound, read] = await Promise.allSettled([demandSound(deps.dossiers, found), also(found)]);
  if (sound.status === 'rejected') throw sound.reason;
  if (read.status === 'rejected') throw read.reason;
  return { ...found, also: read.value };
}

export type Found = NonNullable<Awaited<ReturnType<DossierStore['find']>>>;

/** The same, where nothing is read beside it. */
export function findDossier(deps: FindingDeps, code: string, caller: Principal): Promise<Found> {
  return findDossierAnd(deps, code, caller, async () => undefined);
}
