import type { Slip, Told } from './slips.ts';

const AMOUNTS: Readonly<Record<string, number>> = {
  registrationFee: 750_000,
  personalIncomeTax: 2_500_000,
  landUseFee: 12_000_000,
  landRent: 3_000_000,
};

const dayOf = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
const DAY = 86_400_000;

/** A notice of what was asked for, by tariffs of nobody. `own` replaces members. */
export function noticeOf({ slip, dossier, message, told }: Slip, now: number, own: object = {}): Told {
  const asked = (message['obligations'] ?? []) as readonly { readonly kind: string }[];
  const lines = asked.map(({ kind }) => ({ kind, amount: AMOUNTS[kind] ?? 100_000 }));
  const count = told.filter(({ type }) => type === 'notice').length + 1;
  return {
    type: 'notice',
    slip,
    dossier,
    number: `TB.${slip}.${count}`,
    issuedOn: dayOf(now),
    dueOn: dayOf(now + 30 * DAY),
    lines,
    total: lines.reduce((sum, { amount }) => sum + amount, 0),
    treasury: {
      number: '7111.0.1054321',
      holder: 'Kho bạc Nhà nước khu vực VIII (mô phỏng)',
      at: 'Kho bạc Nhà nước khu vực VIII',
    },
    paymentCode: `1106${slip.replace(/\D/g, '')}`.slice(0, 40),
    replaces: null,
    ...own,
  };
}

/** That the treasury has the money of a notice. */
export const paymentOf = (
  { slip, dossier, told }: Slip,
  notice: string,
  amount: number,
  now: number,
): Told => ({
  type: 'payment',
  slip,
  dossier,
  notice,
  document: `GNT.${slip}.${told.filter(({ type }) => type === 'payment').length + 1}`,
  amount,
  paidOn: dayOf(now),
});

export const withdrawalOf = ({ slip, dossier }: Slip, notice: string): Told => ({
  type: 'withdrawal',
  slip,
  dossier,
  notice,
});
