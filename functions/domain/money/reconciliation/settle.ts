import type { Dong } from '../../../../schemas/money/dong.ts';
import type { StatementLine } from '../statements/statement.ts';
import { codeIndex } from './credit-text.ts';
import { sumOf } from './lines.ts';
import type { LumpGroup } from './reconciliation.ts';
import type { Unit } from './units.ts';

/** Credits and the payments whose money they brought; `fits` if their sums are the same. */
export interface Settlement {
  readonly units: readonly Unit[];
  readonly credits: readonly StatementLine[];
  readonly group: LumpGroup | null;
  readonly fits: boolean;
}

/** Whether we and the gateway know the same of a payment. */
export const agrees = ({ ours, gateway, extra }: Unit): boolean =>
  !extra && ours !== undefined && gateway !== undefined && ours.amount === gateway.amount;

/**
 * The units that make up an amount: all of them, or those that agree alone, since a gateway may give back what was paid
 * twice or to nobody.
 */
export function fitting(units: readonly Unit[], amount: Dong): readonly Unit[] | undefined {
  return [units, units.filter(agrees)].find(some => some.length > 0 && sumOf(some) === amount);
}

/** For each code that a credit names, the payments that have it: the likeliest first. */
type Choices = readonly (readonly Unit[])[];

/** Settles payments that credits name, by the gateway's number or else by our reference; others are returned. */
export function settleNamed(
  units: readonly Unit[],
  credits: readonly StatementLine[],
): { settlements: Settlement[]; nameless: StatementLine[]; left: StatementLine[] } {
  const codes = (pick: (line: { transaction: string; reference: string }) => string) =>
    codeIndex(units, ({ ours, gateway }) => [ours, gateway].flatMap(line => (line ? [pick(line)] : [])));
  const [transactions, references] = [codes(line => line.transaction), codes(line => line.reference)];
  const choices = new Map(
    credits.map(credit => {
      const [byNumber, byReference] = [transactions.named(credit), references.named(credit)];
      const named: Choices = [...(byNumber.size > 0 ? byNumber : byReference).values()];
      return [credit, named] as const;
    }),
  );
  const open = new Set(units.filter(({ settledBy }) => settledBy === undefined));
  const settlements: Settlement[] = [];
  const settle = (credit: StatementLine, settled: readonly Unit[], fits: boolean) => {
    for (const unit of settled) open.delete(unit);
    settlements.push({ units: settled, credits: [credit], group: null, fits });
  };
  const unfitting = credits.filter(credit => {
    const exact = exactly(choices.get(credit) ?? [], credit.amount, open);
    if (exact) settle(credit, exact, true);
    return !exact;
  });
  const left = unfitting.filter(credit => {
    const first = firstOpen(choices.get(credit) ?? [], open);
    if (first.length > 0) settle(credit, first, sumOf(first) === credit.amount);
    return first.length === 0;
  });
  const isNameless = (credit: StatementLine) => (choices.get(credit) ?? []).length === 0;
  return {
    settlements,
    nameless: left.filter(isNameless),
    left: left.filter(credit => !isNameless(credit)),
  };
}

function exactly(choices: Choices, amount: Dong, open: ReadonlySet<Unit>): readonly Unit[] | undefined {
  const [only, ...others] = choices;
  if (!only) return undefined;
  if (others.length > 0) {
    const units = firstOpen(choices, open);
    return units.length === choices.length ? fitting(units, amount) : undefined;
  }
  const unit = only.find(one => open.has(one) && one.amount === amount);
  return unit && [unit];
}

/** The first open payment of each code, each once. */
function firstOpen(choices: Choices, open: ReadonlySet<Unit>): readonly Unit[] {
  const chosen = new Set<Unit>();
  for (const choice of choices) {
    const unit = choice.find(one => open.has(one) && !chosen.has(one));
    if (unit) chosen.add(unit);
  }
  return [...chosen];
}
