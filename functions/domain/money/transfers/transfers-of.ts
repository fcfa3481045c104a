import type { LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { MoneyAccount, OpenRefund } from '../../../../schemas/money/account.ts';
import { toDong } from '../../../../schemas/money/dong.ts';
import type { Account, Transfer, TransferKind } from '../../../../schemas/money/transfer.ts';
import { accountOf } from '../account/account-of.ts';
import { accountsOf, placeOf } from './accounts.ts';

type Move = Pick<Transfer, 'kind' | 'from' | 'to' | 'amount'> & Partial<Pick<Transfer, 'phase' | 'ends'>>;

/**
 * The transfers that an entry of a dossier's ledger makes (bút toán). They follow from the ledger alone, and are kept
 * with it in one transaction: repeating the entry repeats them under the same names.
 */
export function transfersOf(
  before: DossierHead | undefined,
  event: LedgerEvent,
  after: DossierHead,
): Transfer[] {
  const [was, is] = [before && accountOf(before), accountOf(after)];
  const name = (place: number | string) => `${event.dossier}/${event.seq}/${place}`;
  return movesOf(was, event, is)
    .filter(({ amount }) => amount > 0)
    .map((move, place) => ({
      id: name(place),
      at: event.at,
      phase: 'posted',
      ...move,
      unit: is.unit,
      dossier: event.dossier,
      by: event.actor.kind === 'officer' ? event.actor.id : null,
    }));
}

function movesOf(was: MoneyAccount | undefined, event: LedgerEvent, is: MoneyAccount): Move[] {
  const at = accountsOf(is.unit);
  const { data } = event;
  switch (data.type) {
    case 'paymentOpened':
      return [
        ...ended(was, at.claims),
        {
          kind: 'requested',
          phase: 'pending',
          from: at.claims,
          to: at.transit(data.gateway),
          amount: data.amount,
        },
      ];
    case 'paymentEnded':
      return was?.payment?.reference === data.reference ? ended(was, at.claims) : [];
    case 'paid': {
      const place = placeOf(event, data, is.unit);
      const applied = toDong(is.received - (was?.received ?? 0));
      const closed = was?.payment && !is.payment ? ended(was, at.claims) : [];
      return [
        ...closed,
        ...charges(was, is, at),
        { kind: 'received', from: at.claims, to: place, amount: applied },
        { kind: 'held', from: at.suspense, to: place, amount: toDong(data.amount - applied) },
      ];
    }
    case 'refundRequested':
      return [{ kind: 'refundAsked', phase: 'pending', ...back(at, data.of), amount: data.amount }];
    case 'refundDecided': {
      const refund = was?.refunds.find(({ id }) => id === data.refund);
      if (!refund) return [];
      const { amount } = refund;
      return data.approved
        ? [{ kind: 'refundApproved', ...back(at, refund.of), amount }]
        : [{ kind: 'refundRefused', phase: 'void', ...back(at, refund.of), amount }];
    }
    case 'refundPaid': {
      const amount = was?.refunds.find(({ id }) => id === data.refund)?.amount ?? toDong(0);
      const from = data.means === 'cash' ? placeOf(event, { method: 'cash' }, is.unit) : at.treasury;
      return [{ kind: 'refundPaid', from, to: at.refunds, amount }];
    }
    default:
      return [
        ...(was?.payment && !is.payment ? ended(was, at.claims) : []),
        ...charges(was, is, at),
        ...moved(was, is, at),
      ];
  }
}

type Accounts = ReturnType<typeof accountsOf>;

/** What is charged anew, or no more, and what the law relieves of. */
function charges(
  was: MoneyAccount | undefined,
  is: MoneyAccount,
  { claims, revenue, waived }: Accounts,
): Move[] {
  const more = is.charged - (was?.charged ?? 0);
  const relief = is.waived - (was?.waived ?? 0);
  return [
    either('charged', 'chargeCancelled', more, revenue, claims),
    either('waived', 'waived', relief, claims, waived),
  ];
}

/** Money that was held and is applied now, or the other way. */
function moved(was: MoneyAccount | undefined, is: MoneyAccount, { claims, suspense }: Accounts): Move[] {
  return [either('received', 'held', is.received - (was?.received ?? 0), claims, suspense)];
}

function either(more: TransferKind, less: TransferKind, amount: number, from: Account, to: Account): Move {
  return amount >= 0
    ? { kind: more, from, to, amount: toDong(amount) }
    : { kind: less, from: to, to: from, amount: toDong(-amount) };
}

function ended(was: MoneyAccount | undefined, claims: Account): Move[] {
  const open = was?.payment;
  if (!was || !open) return [];
  const to = accountsOf(was.unit).transit(open.gateway);
  return [{ kind: 'requestEnded', phase: 'void', from: claims, to, amount: open.amount }];
}

const back = (
  { refunds, suspense, revenue }: Accounts,
  of: OpenRefund['of'],
): { from: Account; to: Account } => ({
  from: refunds,
  to: of === 'held' ? suspense : revenue,
});

/** What each account has after transfers; the sum over all of them is zero at every instant. */
export function balancesOf(transfers: readonly Transfer[]): Map<Account, number> {
  const balances = new Map<Account, number>();
  const add = (account: Account, amount: number) =>
    balances.set(account, (balances.get(account) ?? 0) + amount);
  for (const { phase, from, to, amount } of transfers) {
    if (phase !== 'posted') continue;
    add(from, -amount);
    add(to, amount);
  }
  return balances;
}
