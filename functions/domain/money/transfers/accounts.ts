import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { TreasuryWay } from '../../../../schemas/money/gateway.ts';
import type { Account } from '../../../../schemas/money/transfer.ts';

/** The accounts of a unit in the money ledger. */
export const accountsOf = (unit: string) =>
  ({
    claims: `claims:${unit}`,
    revenue: `revenue:${unit}`,
    waived: `waived:${unit}`,
    cash: `cash:${unit}`,
    treasury: `treasury:${unit}`,
    suspense: `suspense:${unit}`,
    refunds: `refunds:${unit}`,
    transit: (way: TreasuryWay): Account => `transit:${way}:${unit}`,
  }) as const satisfies Record<string, Account | ((way: TreasuryWay) => Account)>;

type Paid = Pick<Extract<EventData, { type: 'paid' }>, 'method' | 'gateway'>;

/**
 * Where money is that was paid: in the drawer of the unit whose officer took it, or on its way at a gateway. A transfer
 * that an officer recorded is on its way until the bank’s statement shows it.
 */
export function placeOf(
  { actor }: Pick<LedgerEvent, 'actor'>,
  { method, gateway }: Partial<Paid>,
  unit: string,
): Account {
  if (method !== 'cash') return accountsOf(unit).transit(gateway ?? 'bank');
  return accountsOf(actor.kind === 'officer' ? (actor.unit ?? unit) : unit).cash;
}
