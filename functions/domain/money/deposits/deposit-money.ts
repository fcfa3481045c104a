import type { CashDeposit } from '../../../../schemas/money/deposit.ts';
import type { Transfer } from '../../../../schemas/money/transfer.ts';
import type { StoredPayment } from '../../../../schemas/stored/payment.ts';
import { startOfDay, toRfc3339 } from '../../vietnam-time.ts';
import { accountsOf } from '../transfers/accounts.ts';

/** The cash leaves the unit's drawers and is on its way: it reaches the treasury when a statement shows the slip. */
export function depositTransfer({ id, at, amount, unit, by }: CashDeposit): Transfer {
  const { cash, transit } = accountsOf(unit);
  return {
    ...{ id: `deposited/${id}`, at, kind: 'deposited', phase: 'posted', from: cash, to: transit('deposit') },
    ...{ amount, unit, dossier: null, by },
  };
}

/** The name of a deposit among money on its way, `account/slip`: a slip is told of once. */
export const depositName = ({ account, slip }: Pick<CashDeposit, 'account' | 'slip'>) =>
  ({ gateway: 'deposit', transaction: `${account}/${slip}` }) as const;

/** The deposit as money that waits for the treasury like that of gateways. Its slip names a day and no hour. */
export function depositPayment(deposit: CashDeposit): StoredPayment {
  const { unit, amount, at, paidInOn } = deposit;
  return {
    ...depositName(deposit),
    ...{ reference: null, dossier: null, unit, amount, toldAt: at, state: 'confirmed' },
    paidAt: toRfc3339(startOfDay(paidInOn)),
  };
}
