import { readExecutionName } from '../../domain/machine/order.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Found } from './compare-dossier.ts';

/** An execution that runs without carrying an open dossier. */
export async function compareExecution(
  { dossiers }: { readonly dossiers: Pick<DossierStore, 'find'> },
  name: string,
): Promise<Found | undefined> {
  const { code, round } = readExecutionName(name);
  const found = await dossiers.find(code);
  const orphan = (detail: string): Found => ({ kind: 'executionOrphan', name, detail, state: 'open' });
  if (!found) return orphan('there is no such dossier');
  if (found.head.round > round) return orphan(`the dossier is carried by round ${found.head.round}`);
  return undefined;
}
