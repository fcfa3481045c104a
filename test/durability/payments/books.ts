import { balancesOf } from '../../../functions/domain/money/transfers/transfers-of.ts';
import type { MoneyAccount } from '../../../schemas/money/account.ts';
import { type Account, type Transfer, transfer } from '../../../schemas/money/transfer.ts';
import {
  type StoredPayment,
  type StoredPaymentRequest,
  storedPayment,
  storedPaymentRequest,
} from '../../../schemas/stored/payment.ts';
import type { Item, Snapshot } from '../snapshot.ts';
import type { Taken } from './gateways.ts';

/** A transfer as it is kept with one of its accounts. */
export interface KeptTransfer {
  readonly account: string;
  readonly transfer: Transfer;
}

/** All that is kept of money, and what the gateways know. */
export interface Books {
  readonly dossiers: Snapshot['dossiers'];
  readonly kept: readonly KeptTransfer[];
  readonly payments: readonly StoredPayment[];
  readonly requests: readonly StoredPaymentRequest[];
  /** What the gateways took. */
  readonly taken: readonly Taken[];
}

const ACCOUNT = /^MONEY#ACCOUNT#(.+)#\d{4}-\d{2}-\d{2}#\d+$/;

export function booksOf(snapshot: Snapshot, items: readonly Item[], taken: readonly Taken[]): Books {
  const under = (begin: string) => items.filter(({ pk }) => String(pk).startsWith(begin));
  return {
    dossiers: snapshot.dossiers,
    kept: under('MONEY#ACCOUNT#').map(({ pk, transfer: moved }) => ({
      account: ACCOUNT.exec(String(pk))?.[1] ?? '',
      transfer: transfer.parse(moved),
    })),
    payments: under('MONEY#PAYMENT#').map(item => storedPayment.parse(contentOf(item))),
    requests: under('MONEY#REQUEST#').map(item => storedPaymentRequest.parse(contentOf(item))),
    taken,
  };
}

const contentOf = ({ pk: _pk, sk: _sk, ...content }: Item) => content;

/** Every transfer once. */
export const transfersIn = ({ kept }: Books): Transfer[] => [
  ...new Map(kept.map(({ transfer }) => [transfer.id, transfer])).values(),
];

/** What each account comes to, by what is kept with it alone. */
export function balancesByAccount({ kept }: Books): Map<string, number> {
  const balances = new Map<string, number>();
  for (const { account, transfer: moved } of kept) {
    const own = balancesOf([moved]).get(account as Account) ?? 0;
    balances.set(account, (balances.get(account) ?? 0) + own);
  }
  return balances;
}

/** What the accounts of a kind come to. */
export function within(balances: ReadonlyMap<string, number>, kind: string): number {
  return sumOf([...balances].filter(([account]) => account.startsWith(`${kind}:`)).map(([, each]) => each));
}

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);

/** The sums of some figures of the money of all dossiers. */
export function ofAll({ dossiers }: Books, figure: (account: MoneyAccount) => number): number {
  return sumOf([...dossiers.values()].map(({ head }) => (head?.account ? figure(head.account) : 0)));
}
