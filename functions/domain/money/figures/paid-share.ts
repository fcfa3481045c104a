import { type DossierFee, hasFee, isPaid, isPaidOnline, paymentWays } from './dossiers-paid.ts';

/** How many dossiers with a fee were paid, and how many of them online. */
export interface PaidShare {
  readonly withFee: number;
  readonly paid: number;
  readonly paidOnline: number;
  /** Paid online, of those with a fee: 0 to 1; null where there is none. */
  readonly share: number | null;
}

export function paidShare(fees: readonly DossierFee[]): PaidShare {
  const [withFee, paid, paidOnline] = [hasFee, isPaid, isPaidOnline].map(is => fees.filter(is).length);
  return {
    withFee: withFee ?? 0,
    paid: paid ?? 0,
    paidOnline: paidOnline ?? 0,
    share: shareOf(paidOnline, withFee),
  };
}

/** A part of a whole, in ten thousandths; null of nothing. */
export function shareOf(part = 0, whole = 0): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

/** What came in by each way, and for how many dossiers; below zero where more is held again than was applied. */
export const paidByWay = (fees: readonly DossierFee[]) =>
  paymentWays.map(way => ({
    way,
    dossiers: fees.filter(({ paid }) => paid[way] > 0).length,
    amount: sumOf(fees.map(({ paid }) => paid[way])),
  }));

export const receivedOf = (fees: readonly DossierFee[]): number =>
  sumOf(paidByWay(fees).map(({ amount }) => amount));

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
