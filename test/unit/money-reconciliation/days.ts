import type {
  GatewayPayment,
  Lines,
  OurPayment,
} from '../../../functions/domain/money/reconciliation/lines.ts';
import { reconcile } from '../../../functions/domain/money/reconciliation/reconcile.ts';
import type {
  Reconciled,
  ReconcileInput,
} from '../../../functions/domain/money/reconciliation/reconciliation.ts';
import type { StatementLine } from '../../../functions/domain/money/statements/statement.ts';
import { toDong } from '../../../schemas/money/dong.ts';

export const FRIDAY = '2026-11-27';
export const THURSDAY = '2026-11-26';

export const reconciled = (input: Partial<ReconcileInput>): Reconciled => {
  const { result, faults } = reconcile({
    ...{ day: FRIDAY, ours: [], gateway: [], treasury: [], carried: [] },
    ...input,
  });
  if (!result) throw new Error(JSON.stringify(faults));
  return result;
};

export const our = (number: number, amount: number, more: Partial<OurPayment> = {}): OurPayment => ({
  id: `pay-${number}`,
  dossier: `H38.12-261126-${String(number).padStart(4, '0')}`,
  gateway: 'PAYPLAT',
  transaction: `GD00000${number}`,
  reference: `MTC00000${number}`,
  amount: toDong(amount),
  at: `${THURSDAY}T09:00:00+07:00`,
  ...more,
});

export const listed = (
  number: number,
  amount: number,
  more: Partial<GatewayPayment> = {},
): GatewayPayment => {
  const { gateway, transaction, reference, at } = our(number, amount);
  return { gateway, transaction, reference, at, amount: toDong(amount), state: 'paid', ...more };
};

export const credit = (
  reference: string,
  amount: number,
  purpose: string,
  bookedOn = FRIDAY,
): StatementLine => ({
  ...{ bookedOn, reference, purpose, amount: toDong(amount), direction: 'credit', line: 1 },
});

/** What a result says in short: the kinds of differences, and how what matches does. */
export const inShort = ({ matches, differences }: Reconciled) => ({
  matches: matches.map(({ by, ours, treasury }) => `${by} ${ours.length}:${treasury.length}`),
  differences: differences.map(({ kind }) => kind),
});

/** Every line of the lists, to be compared without order. */
export const written = (...lists: readonly Partial<Lines>[]): string[] =>
  lists
    .flatMap(({ ours = [], gateway = [], treasury = [] }) => [...ours, ...gateway, ...treasury])
    .map(line => JSON.stringify(line))
    .toSorted();
