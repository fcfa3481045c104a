import type { ShownPayment, ShownRequest } from '../../../../schemas/api/shown-money.ts';
import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { MoneyAccount } from '../../../../schemas/money/account.ts';

/** The payments of a ledger, oldest first. */
export function paymentsOf(ledger: readonly LedgerEvent[]): ShownPayment[] {
  return ledger.flatMap(({ at, data }) => {
    if (data.type !== 'paid') return [];
    const { amount, applied = amount, method, gateway = null, receipt } = data;
    return [{ at, amount, applied, method, gateway, receipt }];
  });
}

/** What the applicant was asked to pay online, oldest first, and what came of each request. */
export function requestsOf(
  ledger: readonly LedgerEvent[],
  { payment }: Pick<MoneyAccount, 'payment'>,
): ShownRequest[] {
  const ends = new Map(ledger.flatMap(({ data }) => endOf(data)));
  return ledger.flatMap(({ at, data }) => {
    if (data.type !== 'paymentOpened') return [];
    const { reference, gateway, amount, expiresAt } = data;
    const stands = payment?.reference === reference ? 'open' : 'over';
    return [{ reference, gateway, amount, at, expiresAt, state: ends.get(reference) ?? stands }];
  });
}

function endOf(data: EventData): [string, ShownRequest['state']][] {
  if (data.type === 'paymentEnded') return [[data.reference, data.ending]];
  return data.type === 'paid' && data.reference !== undefined ? [[data.reference, 'paid']] : [];
}
