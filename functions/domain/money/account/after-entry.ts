import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { MoneyAccount, OpenRefund } from '../../../../schemas/money/account.ts';
import { toDong } from '../../../../schemas/money/dong.ts';
import { accountOf, type Charged, owedOf } from './account-of.ts';

type Change = Partial<MoneyAccount>;

/** The money of a dossier after an entry; undefined for entries that do not change it. */
export function accountAfter(head: Charged, event: LedgerEvent): MoneyAccount | undefined {
  const account = accountOf(head);
  const change = changeOf(account, head, event);
  return change && { ...account, ...change };
}

function changeOf(account: MoneyAccount, head: Charged, event: LedgerEvent): Change | undefined {
  const { data } = event;
  switch (data.type) {
    case 'accepted':
      return head.account === null ? undefined : charged(account, data);
    case 'supplementRequested':
    case 'supplemented':
      return data.amountDue === undefined
        ? undefined
        : chargedAnew(account, { ...data, amountDue: data.amountDue });
    case 'paymentOpened': {
      const { reference, gateway, amount, expiresAt } = data;
      return { payment: { reference, gateway, amount, openedAt: event.at, expiresAt }, failed: false };
    }
    case 'paymentEnded':
      return account.payment?.reference === data.reference ? { payment: null, failed: true } : {};
    case 'paid':
      return data.applied === undefined ? undefined : paid(account, head, data);
    case 'refundRequested':
    case 'refundDecided':
    case 'refundPaid':
      return refundAfter(account, event, data);
    default:
      return undefined;
  }
}

/**
 * An amount that was settled anew after acceptance. What came counts; a request for what was owed before is over, so
 * that nobody pays the old amount by it.
 */
export function chargedAnew(account: MoneyAccount, settled: Settled): MoneyAccount {
  const after = { ...account, ...charged(account, settled) };
  return owedOf(after) === owedOf(account) ? after : { ...after, payment: null, failed: false };
}

type Settled = Pick<Extract<EventData, { type: 'accepted' }>, 'amountDue' | 'bill'>;

/** An amount that was counted at acceptance, after something was paid. */
function charged(account: MoneyAccount, { amountDue, bill }: Settled): Change {
  if (amountDue === null) return {};
  const waived = bill?.relieved ?? account.waived;
  const taken = account.received + account.held;
  const received = Math.min(taken, amountDue);
  return {
    charged: toDong(amountDue + waived),
    waived,
    received: toDong(received),
    held: toDong(taken - received),
  };
}

function paid(account: MoneyAccount, head: Charged, data: Extract<EventData, { type: 'paid' }>): Change {
  const applied = data.applied ?? data.amount;
  const open = account.payment;
  return {
    // A fee that is counted at the counter is charged as it is paid.
    charged: head.account === null && head.amountDue === null ? applied : account.charged,
    received: toDong(account.received + applied),
    held: toDong(account.held + data.amount - applied),
    payment: open && (data.reference === open.reference || owes(account, applied) === 0) ? null : open,
    failed: false,
  };
}

const owes = ({ charged, waived, received }: MoneyAccount, applied: number) =>
  charged - waived - received - applied;

type RefundEntry = Extract<EventData, { type: 'refundRequested' | 'refundDecided' | 'refundPaid' }>;

function refundAfter(account: MoneyAccount, { actor }: LedgerEvent, data: RefundEntry): Change {
  const others = account.refunds.filter(({ id }) => id !== data.refund);
  if (data.type === 'refundRequested') {
    const { refund: id, amount, of } = data;
    const askedBy = actor.kind === 'officer' ? actor.id : '';
    return { refunds: [...others, { id, amount, of, state: 'asked', askedBy }] };
  }
  const refund = account.refunds.find(({ id }) => id === data.refund);
  if (!refund) return {};
  const { amount } = refund;
  if (data.type === 'refundPaid')
    return {
      refunds: others,
      owedBack: toDong(account.owedBack - amount),
      refunded: toDong(account.refunded + amount),
    };
  return data.approved
    ? { ...taken(account, refund), refunds: [...others, { ...refund, state: 'approved' }] }
    : { refunds: others };
}

/** The fee itself goes back: it is charged no more. */
function taken(account: MoneyAccount, { amount, of }: OpenRefund): Change {
  const owedBack = toDong(account.owedBack + amount);
  if (of === 'held') return { owedBack, held: toDong(account.held - amount) };
  return {
    owedBack,
    received: toDong(account.received - amount),
    charged: toDong(account.charged - amount),
  };
}
