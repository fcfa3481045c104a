import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { HandlingState } from '../../../../schemas/dossier/states.ts';
import type { MoneyAccount } from '../../../../schemas/money/account.ts';
import { type Dong, toDong } from '../../../../schemas/money/dong.ts';

/** What of a head its money follows from. */
export type Charged = Pick<
  DossierHead,
  'account' | 'amountDue' | 'bill' | 'money' | 'handling' | 'competentUnit'
>;

/** States in which the service is not rendered, so that nothing more is owed for it. */
const NOT_RENDERED: ReadonlySet<HandlingState> = new Set(['declined', 'withdrawn', 'stopped']);

/**
 * The money of a dossier. Where no entry of money was made yet, and in ledgers from before November 2026, it is what
 * the published fee and the plain entry “paid” say. What is unpaid when the dossier ends without the service is owed
 * no more.
 */
export function accountOf(head: Charged): MoneyAccount {
  const account = head.account ?? firstAccount(head);
  if (!NOT_RENDERED.has(head.handling)) return account;
  return { ...account, charged: toDong(account.waived + account.received) };
}

function firstAccount({ amountDue, bill, money, competentUnit }: Charged): MoneyAccount {
  const none = toDong(0);
  const [charged, waived] = bill ? [bill.full, bill.relieved] : [amountDue ?? none, none];
  return {
    unit: competentUnit,
    charged,
    waived,
    received: money === 'paid' ? toDong(charged - waived) : none,
    held: none,
    owedBack: none,
    refunded: none,
    payment: null,
    failed: false,
    refunds: [],
  };
}

/** What is still to be paid. */
export function owedOf({
  charged,
  waived,
  received,
}: Pick<MoneyAccount, 'charged' | 'waived' | 'received'>): Dong {
  return toDong(charged - waived - received);
}

/** What may still be asked back of one source: what is there, less what was asked for and is not decided. */
export function refundableOf(account: MoneyAccount, of: 'held' | 'received'): Dong {
  const asked = account.refunds.filter(refund => refund.of === of && refund.state === 'asked');
  return toDong(account[of] - asked.reduce((sum, { amount }) => sum + amount, 0));
}
