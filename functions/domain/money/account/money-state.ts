import type { MoneyState } from '../../../../schemas/dossier/states.ts';
import type { MoneyAccount } from '../../../../schemas/money/account.ts';
import { owedOf } from './account-of.ts';

/** The state of the fee, as the money of the dossier has it; what somebody has to do something about comes first. */
export function moneyStateOf(account: MoneyAccount): MoneyState {
  const { charged, waived, received, held, owedBack, refunded, refunds } = account;
  if (refunds.length > 0 || owedBack > 0) return 'refunding';
  if (held > 0) return 'overpaid';
  if (owedOf(account) > 0) {
    if (account.payment) return 'pending';
    return account.failed ? 'failed' : 'due';
  }
  if (received > 0) return 'paid';
  if (refunded > 0) return 'refunded';
  if (charged > 0 && waived === charged) return 'waived';
  return 'none';
}

const OWED: ReadonlySet<MoneyState> = new Set(['due', 'pending', 'failed']);

/** Whether the fee, or a part of it, is still to be paid. */
export function isOwed(money: MoneyState): boolean {
  return OWED.has(money);
}
