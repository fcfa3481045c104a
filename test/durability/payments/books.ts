import { balancesOf } from '../../../functions/domain/money/transfers/transfers-of.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
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

export type PaidEntry = LedgerEvent & { readonly data: Extract<LedgerEvent['data'], { type: 'paid' }> };

/** Entries of money that gateways told of. */
export const paidEntries = (events: readonly LedgerEvent[]): PaidEntry[] =>
  events.filter(
    (event): event is PaidEntry => event.data.type === 'paid' && event.data.transaction !== undefined,
  );

/** What became of the requests for payment of all ledgers, in đồng asked for. */
export interface Requested {
  readonly asked: number;
  /** Answered by money, and not gone back. */
  readonly paid: number;
  /** Answered by money that went back. */
  readonly refunded: number;
  readonly open: number;
  /** Failed, ran out, or no longer needed because the fee came another way. */
  readonly expired: number;
}

export function requestedIn({ dossiers }: Pick<Books, 'dossiers'>): Requested {
  const all = [...dossiers.values()].map(({ events, head }) => {
    const asked = events.flatMap(({ data }) => (data.type === 'paymentOpened' ? [data] : []));
    const answered = new Set(paidEntries(events).map(({ data }) => data.reference));
    const open = head?.account?.payment?.reference;
    const sum = (is: (reference: string) => boolean) =>
      sumOf(asked.filter(({ reference }) => is(reference)).map(({ amount }) => amount));
    const paid = sum(reference => answered.has(reference));
    const refunded = Math.min(paid, head?.account?.refunded ?? 0);
    return {
      asked: sum(() => true),
      ...{ paid: paid - refunded, refunded },
      open: sum(reference => reference === open && !answered.has(reference)),
      expired: sum(reference => reference !== open && !answered.has(reference)),
    };
  });
  const total = (of: (each: Requested) => number) => sumOf(all.map(of));
  return {
    asked: total(each => each.asked),
    paid: total(each => each.paid),
    refunded: total(each => each.refunded),
    open: total(each => each.open),
    expired: total(each => each.expired),
  };
}
