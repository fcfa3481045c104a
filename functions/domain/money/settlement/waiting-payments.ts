import type { Dong } from '../../../../schemas/money/dong.ts';
import { type TreasuryWay, treasuryWay } from '../../../../schemas/money/gateway.ts';
import { dayNumberOf, type Instant, parseInstant } from '../../vietnam-time.ts';
import { isOverdue } from '../reconciliation/actions.ts';
import { sumOf } from '../reconciliation/lines.ts';

/** A payment that no statement shows yet. */
export interface Waiting {
  readonly gateway: TreasuryWay;
  readonly transaction: string;
  readonly dossier: string | null;
  readonly amount: Dong;
  readonly paidAt: string;
}

/** One with its age in days, and whether the treasury should have had it by now. */
export interface AgedPayment extends Waiting {
  readonly ageDays: number;
  readonly overdue: boolean;
}

/** The oldest first. */
export const aged = (waiting: readonly Waiting[], now: Instant): AgedPayment[] =>
  waiting
    .toSorted((a, b) => parseInstant(a.paidAt) - parseInstant(b.paidAt))
    .map(({ gateway, transaction, dossier, amount, paidAt }) => {
      const ageDays = ageOf({ paidAt }, now);
      return { gateway, transaction, dossier, amount, paidAt, ageDays, overdue: isOverdue(ageDays) };
    });

/** How many wait at each gateway, and since when (bảng tuổi khoản chưa quyết toán). */
export const waitingAt = (payments: readonly AgedPayment[]) =>
  treasuryWay.options.map(gateway => {
    const there = payments.filter(payment => payment.gateway === gateway);
    return { gateway, ...countOf(there), oldestDays: there[0]?.ageDays ?? null, overdue: overdueOf(there) };
  });

export const overdueOf = (payments: readonly AgedPayment[]) =>
  countOf(payments.filter(({ overdue }) => overdue));

export const countOf = (payments: readonly { readonly amount: Dong }[]) => ({
  count: payments.length,
  amount: sumOf(payments),
});

/** Days since it was paid; gateways' clocks may be ahead. */
export const ageOf = ({ paidAt }: Pick<Waiting, 'paidAt'>, now: Instant): number =>
  Math.max(dayNumberOf(now) - dayNumberOf(parseInstant(paidAt)), 0);
