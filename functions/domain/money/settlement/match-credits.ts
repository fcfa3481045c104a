import type { CalendarDate } from '../../../../schemas/calendar.ts';
import type { OurPayment } from '../reconciliation/lines.ts';
import { reconcile } from '../reconciliation/reconcile.ts';
import type { StatementLine } from '../statements/statement.ts';
import type { Awaiting } from './awaiting.ts';
import { gatewayNames } from './gateway-names.ts';
import { bankName, isOnAccount } from './name-at-bank.ts';
import { purposeMatches } from './purpose-matches.ts';

/** Credits of a statement, by their places in it, and the payments whose money they are. */
export interface CreditMatch<P> {
  readonly credits: readonly number[];
  readonly payments: readonly P[];
}

export interface ToMatch<P> {
  readonly account: string;
  readonly credits: readonly StatementLine[];
  /** Places of credits that settled something before. */
  readonly taken: ReadonlySet<number>;
  readonly payments: readonly P[];
  readonly today: CalendarDate;
}

/**
 * Finds the payments whose money credits of the treasury are (đối chiếu giấy báo Có): those that a credit names by the
 * gateway's number or our reference, all of a gateway's day by their exact sum, and last the one payment of the dossier
 * that the purpose names, of the same amount. Where more than one would fit, none is settled.
 */
export function matchCredits<P extends Awaiting>(input: ToMatch<P>): CreditMatch<P>[] {
  const { account, credits, taken, today } = input;
  const payments = input.payments.filter(payment => isOnAccount(payment, account));
  const open = credits.filter((_, place) => !taken.has(place));
  const ours = oursOf(payments, account);
  // The gateway is taken to say what we know, so that what is compared is the treasury alone.
  const gateway = ours.map(({ id: _, dossier: __, ...payment }) => ({ ...payment, state: 'paid' as const }));
  const found = reconcile({ day: today, ours, gateway, treasury: open, carried: [], names: gatewayNames });
  if (!found.result) return [];
  const { matches, differences } = found.result;
  const byId = new Map(payments.map(payment => [idOf(payment), payment]));
  const placeOf = new Map(credits.map((credit, place) => [credit, place]));
  const named = matches
    .filter(match => match.treasury.length > 0 && match.besides === 0)
    .map(match => ({
      credits: match.treasury.flatMap(credit => placeOf.get(credit) ?? []),
      payments: match.ours.flatMap(({ id }) => byId.get(id) ?? []),
    }));
  const settled = new Set(named.flatMap(match => match.payments));
  const strangers = differences
    .filter(({ kind, again }) => kind === 'onlyTreasury' && !again)
    .flatMap(({ treasury }) => treasury);
  const disputed = new Set(
    differences.filter(({ treasury }) => treasury.length > 0).flatMap(each => each.ours.map(({ id }) => id)),
  );
  const left = payments.filter(payment => !settled.has(payment) && !disputed.has(idOf(payment)));
  const byPurpose = purposeMatches(strangers, left);
  return [
    ...named,
    ...byPurpose.map(({ credit, payment }) => ({
      credits: [placeOf.get(credit)].filter(place => place !== undefined),
      payments: [payment],
    })),
  ];
}

const idOf = ({ gateway, transaction }: Awaiting) => `${gateway}/${transaction}`;

/** Our side of the comparison. A reference that was paid twice names neither payment. */
function oursOf(payments: readonly Awaiting[], account: string): OurPayment[] {
  const times = Map.groupBy(payments, ({ reference }) => reference);
  return payments.map(payment => ({
    id: idOf(payment),
    dossier: payment.dossier,
    gateway: payment.gateway,
    transaction: bankName(payment, account),
    reference: times.get(payment.reference)?.length === 1 ? (payment.reference ?? '') : '',
    amount: payment.amount,
    at: payment.paidAt,
  }));
}
