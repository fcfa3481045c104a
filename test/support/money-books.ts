import { balancesOf } from '../../functions/domain/money/transfers/transfers-of.ts';
import type { Transfer } from '../../schemas/money/transfer.ts';
import type { StoredPayment } from '../../schemas/stored/payment.ts';

interface Item {
  readonly pk: string;
  readonly [name: string]: unknown;
}

/** What the accounts of all units come to, by what the table holds. */
export function booksOf(items: readonly Item[]) {
  const kept = items.filter(({ pk }) => pk.startsWith('MONEY#ACCOUNT#'));
  const transfers = kept.map(item => item['transfer'] as Transfer);
  const byId = new Map(transfers.map(transfer => [transfer.id, transfer]));
  const balances = balancesOf([...byId.values()]);
  const payments = items
    .filter(({ pk }) => pk.startsWith('MONEY#PAYMENT#'))
    .map(item => item as unknown as StoredPayment);
  return {
    balances,
    payments,
    sum: [...balances.values()].reduce((sum, balance) => sum + balance, 0),
    /** How many transfers settled the payment of a request. */
    settledOf: (reference: string, dossier: string) => {
      const paid = payments.find(payment => payment.reference === reference);
      const id = `settled/${paid?.gateway}/${paid?.transaction}`;
      return [...byId.values()].filter(transfer => transfer.id === id && transfer.dossier === dossier).length;
    },
  };
}
