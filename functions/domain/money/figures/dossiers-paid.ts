import type { Transfer } from '../../../../schemas/money/transfer.ts';

/** By what way the fee of a dossier was paid. `held` is money that was paid too much before, and applied now. */
export const paymentWays = ['platform', 'bank', 'cash', 'held'] as const;
export type PaymentWay = (typeof paymentWays)[number];

/** What a period did to the fee of a dossier, in đồng. */
export interface DossierFee {
  readonly dossier: string;
  readonly unit: string;
  /** What was charged less what the law relieved of; below zero where more was taken back. */
  readonly charged: number;
  /** Below zero in `held`: what had been paid is held again. */
  readonly paid: Readonly<Record<PaymentWay, number>>;
}

/**
 * What transfers of the claims of units say of each dossier. A transfer moves a claim once, so that the sums of
 * dossiers are the sums of the units.
 */
export function dossierFees(transfers: readonly Transfer[]): DossierFee[] {
  const posted = transfers.filter(({ phase, dossier }) => phase === 'posted' && dossier !== null);
  return [...Map.groupBy(posted, ({ dossier }) => dossier ?? '')].map(([dossier, own]) => {
    const paid = { platform: 0, bank: 0, cash: 0, held: 0 };
    let charged = 0;
    for (const { from, to, amount } of own) {
      const into = to.startsWith('claims:');
      const way = wayOf(into ? from : to);
      if (way === undefined) charged += into ? amount : -amount;
      else paid[way] += into ? -amount : amount;
    }
    return { dossier, unit: own[0]?.unit ?? '', charged, paid };
  });
}

/** Undefined for what is no payment: a charge, or a relief. */
function wayOf(other: string): PaymentWay | undefined {
  if (other.startsWith('cash:')) return 'cash';
  if (other.startsWith('suspense:')) return 'held';
  if (other.startsWith('transit:platform:')) return 'platform';
  return other.startsWith('transit:bank:') ? 'bank' : undefined;
}

export const isPaid = ({ paid }: DossierFee): boolean => paymentWays.some(way => paid[way] > 0);
/** Through the platform or by transfer, also one that an officer recorded: without cash. */
export const isPaidOnline = ({ paid }: DossierFee): boolean => paid.platform > 0 || paid.bank > 0;
/** Charged in the period, or paid in it for a charge of before. */
export const hasFee = (fee: DossierFee): boolean => fee.charged > 0 || isPaid(fee);
