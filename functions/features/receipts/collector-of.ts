import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { accountOf } from '../../domain/money/account/account-of.ts';
import type { OwedReceipt } from '../../domain/money/receipts/receipts-of.ts';
import { type Collector, collectorAt, type Organization } from './bodies.ts';

/** In whose name receipts are entered. */
export const actor = { kind: 'system', mechanism: 'receipts' } as const;

/**
 * Whose money it was, as published at the moment of collection. What corrects a receipt is by the same body and by
 * whoever issued that receipt, also where the body has changed to another issuer since.
 */
export async function collectorOf(
  { organization }: { readonly organization: Organization },
  head: DossierHead,
  ledger: readonly LedgerEvent[],
  { at, paid, corrects }: OwedReceipt,
): Promise<Collector | undefined> {
  if (!corrects) return collectorAt(organization, accountOf(head).unit, at);
  const { unit, taxCode, provider, serial } = corrects.receipt;
  const now = await collectorAt(organization, unit, at);
  const same = now?.body.taxCode === taxCode && now.body.unit === unit;
  const found = same
    ? now
    : await collectorAt(organization, unit, ledger.find(({ seq }) => seq === paid)?.at ?? at);
  if (!found) return undefined;
  const issuer = provider?.name ?? 'own';
  return {
    ...found,
    issuer,
    letters: found.issuer === issuer ? found.letters : serial.slice(3),
    providerReports: provider?.reports ?? found.providerReports,
  };
}
