import type { CalendarDate } from '../../../../schemas/calendar.ts';
import { type GatewayPayment, keyOf, keysOf, type Line, type Lines, linesWithKeys } from './lines.ts';
import type { Difference, LumpGroup, ReconcileInput } from './reconciliation.ts';

/** What earlier days left. */
export interface Carried {
  readonly open: readonly Difference[];
  /** Their lines that are not told anew today: what is told anew counts as it is told. */
  readonly lines: Lines;
  /** The differences that a line was in: a list may have one key twice, so a carried line is known by itself. */
  readonly of: (line: Line, key: string) => readonly Difference[];
}

export function carriedOf({ ours, gateway, treasury, carried }: ReconcileInput): Carried {
  const open = carried.filter(({ state }) => state === 'open').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const told = new Set(keysOf({ ours, gateway, treasury }));
  const byLine = new Map<Line, Difference>();
  const byKey = new Map<string, Difference[]>();
  for (const difference of open)
    for (const [line, key] of linesWithKeys(difference)) {
      if (!told.has(key)) byLine.set(line, difference);
      byKey.set(key, [...(byKey.get(key) ?? []), difference]);
    }
  return {
    open,
    lines: linesOf(open, told),
    of(line, key) {
      const itself = byLine.get(line);
      return itself ? [itself] : (byKey.get(key) ?? []);
    },
  };
}

function linesOf(open: readonly Difference[], told: ReadonlySet<string>): Lines {
  return {
    ours: open.flatMap(({ ours }) => ours.filter(line => !told.has(keyOf.ours(line)))),
    gateway: open.flatMap(({ gateway }) => gateway.filter(line => !told.has(keyOf.gateway(line)))),
    treasury: open.flatMap(({ treasury }) => treasury.filter(line => !told.has(keyOf.treasury(line)))),
  };
}

/** Since when lines are in a difference, of whatever kind; undefined where they were in none. */
export function sinceWhen(lines: Lines, carried: Carried): CalendarDate | undefined {
  const days = linesWithKeys(lines).flatMap(([line, key]) => carried.of(line, key).map(({ since }) => since));
  return days.toSorted()[0];
}

/** The credit of many that brought the money of a payment. */
export function broughtBy(payment: Pick<Lines, 'ours' | 'gateway'>, carried: Carried): string | undefined {
  const differences = linesWithKeys({ ...payment, treasury: [] }).flatMap(([line, key]) =>
    carried.of(line, key),
  );
  return differences.find(({ settledBy }) => settledBy !== null)?.settledBy ?? undefined;
}

/** The group that a credit was held against. */
export const groupBefore = (credit: Lines['treasury'][number], carried: Carried): LumpGroup | undefined =>
  carried.of(credit, keyOf.treasury(credit)).find(({ group }) => group !== null)?.group ?? undefined;

/** Whether a credit named a payment whose money had come before. */
export const cameAgain = (credit: Lines['treasury'][number], carried: Carried): boolean =>
  carried.of(credit, keyOf.treasury(credit)).some(({ again }) => again);

/** Whether a payment was known to be one too many, or known not to be; undefined of one that is new. */
export function wasExtra(line: GatewayPayment, carried: Carried): boolean | undefined {
  const differences = carried.of(line, keyOf.gateway(line));
  return differences.length === 0 ? undefined : differences.every(({ kind }) => kind === 'paidTwice');
}

/** Which of several lines with one number is ours, should a list have such: the one that was, or was not too many. */
export function strangeness(line: GatewayPayment, carried: Carried): number {
  const paired = carried.of(line, keyOf.gateway(line)).some(({ ours }) => ours.length > 0);
  return paired ? 0 : wasExtra(line, carried) ? 2 : 1;
}
