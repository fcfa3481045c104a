import { isDeepStrictEqual } from 'node:util';
import { replay } from '../../../functions/domain/dossier/head.ts';
import { accountOf, owedOf } from '../../../functions/domain/money/account/account-of.ts';
import { moneyStateOf } from '../../../functions/domain/money/account/money-state.ts';
import { pendingOf } from '../../../functions/domain/money/transfers/pending.ts';
import { moneyTransfers } from '../../../functions/domain/projections/money-transfers.ts';
import { paidEntries, requestedIn } from '../../support/requested.ts';
import type { KeptDossier } from '../snapshot.ts';
import { type Books, balancesByAccount, ofAll, sumOf, transfersIn, within } from './books.ts';

/** What must hold of the money, by its sentence. Each finding says where and what. */
export const moneyAudits: Readonly<Record<string, (books: Books) => string[]>> = {
  'every payment that could be told of is kept once, with its amount': ({ taken, payments }) => {
    const kept = new Map(payments.map(payment => [nameOf(payment), payment]));
    const told = new Map(taken.filter(each => each.told).map(each => [nameOf(each), each]));
    return [
      ...[...told].flatMap(([name, { amount }]) => {
        const found = kept.get(name)?.amount;
        return found === amount ? [] : [`${name}: ${amount} đồng were taken, ${found} are kept`];
      }),
      ...[...kept.keys()].filter(name => !told.has(name)).map(name => `${name}: nobody paid it`),
    ];
  },
  'every payment is in one ledger, once, or waits for its dossier': ({ dossiers, payments }) => {
    const entries = [...dossiers.values()].flatMap(({ code, events }) =>
      paidEntries(events).map(({ data }) => ({ code, ...data, name: nameOf(data) })),
    );
    const byName = Map.groupBy(entries, ({ name }) => name);
    const strangers = [...byName.keys()].filter(name => !payments.some(each => nameOf(each) === name));
    return [
      ...strangers.map(name => `${name}: in a ledger, and not kept`),
      ...payments.flatMap(payment => {
        const found = byName.get(nameOf(payment)) ?? [];
        const wanted = payment.state === 'unassigned' ? 0 : 1;
        const right = found.every(
          ({ code, amount }) => code === payment.dossier && amount === payment.amount,
        );
        return found.length === wanted && right
          ? []
          : [
              `${nameOf(payment)}: ${payment.state}, in ledgers ${found.map(({ code }) => code).join() || 'never'}`,
            ];
      }),
    ];
  },
  'every dossier has what the gateways took for it, to the đồng': ({ dossiers, taken }) => {
    const byDossier = Map.groupBy(
      taken.filter(({ told }) => told),
      ({ dossier }) => dossier,
    );
    return [...dossiers.values()].flatMap(({ code, head }) => {
      const came = sumOf((byDossier.get(code) ?? []).map(({ amount }) => amount));
      const has = head?.account ? cameIn(head.account) : 0;
      return came === has ? [] : [`${code}: ${came} đồng came, it has ${has}`];
    });
  },
  'sum of requests = paid + open + expired + refunded': books => {
    const { asked, paid, open, expired, refunded } = requestedIn(books.dossiers.values());
    const transfers = transfersIn(books);
    const of = (kind: string) =>
      sumOf(transfers.filter(each => each.kind === kind).map(({ amount }) => amount));
    const pending = sumOf(
      pendingOf(transfers)
        .filter(({ kind }) => kind === 'requested')
        .map(({ amount }) => amount),
    );
    return equal({
      'asked for in ledgers': asked,
      'paid + open + expired + refunded': paid + open + expired + refunded,
      'requests kept': sumOf(books.requests.map(({ amount }) => amount)),
      'asked for in accounts': of('requested'),
      'ended in accounts, and open': of('requestEnded') + open,
      'ended in accounts, and pending': of('requestEnded') + pending,
    });
  },
  'money paid = credited + in transit + suspense': books => {
    const { taken, payments } = books;
    const [told, untold] = [true, false].map(is =>
      sumOf(taken.filter(each => each.told === is).map(({ amount }) => amount)),
    );
    const nobodys = sumOf(payments.filter(each => each.state === 'unassigned').map(({ amount }) => amount));
    const held = ofAll(books, account => account.held);
    const credited = ofAll(books, ({ received, owedBack, refunded }) => received + owedBack + refunded);
    const balances = balancesByAccount(books);
    return [
      ...equal({
        'taken by gateways': (told ?? 0) + (untold ?? 0),
        'credited + suspense + in transit that nobody told of': credited + held + nobodys + (untold ?? 0),
      }),
      ...equal({
        'told of': told ?? 0,
        'in transit and at the treasury': within(balances, 'transit') + paidOut(books),
      }),
      ...equal({
        'held and of nobody': held + nobodys,
        'suspense accounts': 0 - within(balances, 'suspense'),
      }),
      ...equal({
        'owed back': ofAll(books, account => account.owedBack),
        'refund accounts': 0 - within(balances, 'refunds'),
      }),
      ...equal({
        'paid back': ofAll(books, account => account.refunded),
        'gone from treasury and drawers': 0 - within(balances, 'treasury') - within(balances, 'cash'),
      }),
    ];
  },
  'the sum of all accounts is zero, and every transfer is kept with both of its accounts': books => {
    const sum = sumOf([...balancesByAccount(books).values()]);
    const halves = [...Map.groupBy(books.kept, ({ transfer }) => transfer.id)].filter(([, both]) => {
      const [one, other] = both.toSorted((a, b) => (a.account < b.account ? -1 : 1));
      const wanted = one && [one.transfer.from, one.transfer.to].toSorted();
      const found = [one?.account, other?.account];
      return (
        both.length !== 2 ||
        !isDeepStrictEqual(found, wanted) ||
        !isDeepStrictEqual(one?.transfer, other?.transfer)
      );
    });
    return [
      ...(sum === 0 ? [] : [`all accounts come to ${sum} đồng`]),
      ...halves.map(([id, both]) => `${id} is kept with ${both.map(({ account }) => account).join()}`),
    ];
  },
  'the money of every dossier is what its ledger says, in its head and in its transfers': books => {
    const byDossier = Map.groupBy(
      transfersIn(books).filter(({ id, dossier }) => dossier !== null && id.startsWith(dossier)),
      ({ dossier }) => dossier,
    );
    return [...books.dossiers.values()].flatMap(dossier => {
      const made = moneyTransfers(undefined, dossier.events);
      const kept = byDossier.get(made[0]?.dossier ?? null) ?? [];
      const same = isDeepStrictEqual(sorted(made), sorted(kept));
      return [
        ...moneyFaults(dossier),
        ...(same ? [] : [`${dossier.code}: its transfers are not its ledger’s`]),
      ];
    });
  },
  'whoever paid the whole fee waits for it no more': ({ dossiers }) =>
    [...dossiers.values()].flatMap(({ code, head }) => {
      const waits = head?.tasks.some(({ phase }) => phase === 'payment') === true;
      return head && waits && owedOf(accountOf(head)) === 0 ? [`${code} waits for a fee that is paid`] : [];
    }),
  'every request is kept as its dossier has it': ({ dossiers, requests }) =>
    requests.flatMap(({ reference, dossier, state }) => {
      const kept = dossiers.get(dossier);
      const paid = paidEntries(kept?.events ?? []).some(({ data }) => data.reference === reference);
      const open = kept?.head?.account?.payment?.reference === reference;
      // Where the fee came another way, the request is asked about until it runs out.
      const right = paid ? state === 'paid' : open ? state === 'open' : state !== 'paid';
      const is = paid ? 'paid' : open ? 'open' : 'over';
      return right ? [] : [`${reference} of ${dossier} is kept as ${state}, in its ledger ${is}`];
    }),
};

type Named = { readonly gateway?: string | undefined; readonly transaction?: string | undefined };
const nameOf = ({ gateway, transaction }: Named) => `${gateway}/${transaction}`;

const cameIn = ({ received, held, owedBack, refunded }: ReturnType<typeof accountOf>): number =>
  received + held + owedBack + refunded;

const sorted = <T extends { readonly id: string }>(transfers: readonly T[]): T[] =>
  transfers.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What moved from gateways to the treasury: nothing, as long as no statement was loaded. */
const paidOut = (books: Books): number =>
  sumOf(transfersIn(books).flatMap(({ kind, amount }) => (kind === 'settled' ? [amount] : [])));

function moneyFaults({ code, head, events }: KeptDossier): string[] {
  if (!head?.account) return [];
  const replayed = replay(events);
  return [
    ...(isDeepStrictEqual(replayed.account, head.account) ? [] : [`${code}: its money is not its ledger’s`]),
    ...(moneyStateOf(accountOf(head)) === head.money ? [] : [`${code}: its fee is said to be ${head.money}`]),
  ];
}

/** That figures are the same, each with what it is. */
function equal(figures: Readonly<Record<string, number>>): string[] {
  if (new Set(Object.values(figures)).size === 1) return [];
  return [
    Object.entries(figures)
      .map(([name, amount]) => `${name} ${amount}`)
      .join(', '),
  ];
}
