import type { Dong } from '../../../../schemas/money/dong.ts';
import type { TreasuryWay } from '../../../../schemas/money/gateway.ts';
import type { Transfer } from '../../../../schemas/money/transfer.ts';
import { accountsOf } from '../transfers/accounts.ts';

interface Payment {
  readonly gateway: TreasuryWay;
  readonly transaction: string;
  readonly amount: Dong;
  readonly dossier: string | null;
  readonly unit: string;
}

/** The treasury has the money of a payment (quyết toán): it is on its way no more. */
export function settledTransfer(payment: Payment, at: string): Transfer {
  const { gateway, transaction, amount, dossier, unit } = payment;
  const { transit, treasury } = accountsOf(unit);
  const id = `settled/${gateway}/${transaction}`;
  return {
    ...{ id, at, kind: 'settled', phase: 'posted', from: transit(gateway), to: treasury },
    ...{ amount, unit, dossier, by: null },
  };
}

/**
 * Money of nobody goes out of the accounts of the unit that held it: the entry in the dossier's ledger brings it into
 * those of the dossier's unit.
 */
export function assignedTransfer(payment: Payment, to: string, at: string, by: string): Transfer {
  const { gateway, transaction, amount, unit } = payment;
  const { transit, suspense } = accountsOf(unit);
  const id = `assigned/${gateway}/${transaction}`;
  return {
    ...{ id, at, kind: 'assigned', phase: 'posted', from: transit(gateway), to: suspense },
    ...{ amount, unit, dossier: to, by },
  };
}
