import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { demandSound } from '../../records/dossiers/demand-sound.ts';
import type { PaymentDeps } from './deps.ts';

/** The dossier of a payment link. Its key is the right to see what is owed; a wrong one finds nothing. */
export async function dossierByKey(
  { dossiers, keyring }: Pick<PaymentDeps, 'dossiers' | 'keyring'>,
  { code, key }: { readonly code: string; readonly key: string },
): Promise<DossierHead> {
  const [found, secrets] = await Promise.all([dossiers.find(code), keyring()]);
  if (!found || !secrets.paymentKeyFits(found.head.code, key)) throw nothingHere();
  await demandSound(dossiers, found);
  return found.head;
}
