import type { CalendarDate } from '../../../../schemas/calendar.ts';
import type { StatementLine } from '../statements/statement.ts';
import { type Carried, groupBefore } from './carried.ts';
import { creditWords } from './credit-text.ts';
import { sumOf } from './lines.ts';
import { namedDays } from './named-days.ts';
import type { LumpGroup, ReconcileInput } from './reconciliation.ts';
import { fitting, type Settlement } from './settle.ts';
import type { Unit } from './units.ts';

interface Group extends LumpGroup {
  readonly units: readonly Unit[];
}

interface LumpInput {
  /** Payments that no credit named. */
  readonly units: readonly Unit[];
  /** Credits that named no payment. */
  readonly credits: readonly StatementLine[];
  readonly names: ReconcileInput['names'];
  readonly carried: Carried;
}

/**
 * Settles the payments of a gateway's day by a credit that names the gateway. One that names nobody settles nothing,
 * whatever its amount: fees are round sums, and strangers pay the same.
 */
export function settleLumps({ units, credits, names, carried }: LumpInput): {
  settlements: Settlement[];
  left: StatementLine[];
} {
  const groups = groupsOf(units);
  const settlements: Settlement[] = [];
  const candidates = new Map(credits.map(credit => [credit, candidatesOf(credit, groups, names, carried)]));
  const taken = new Set<Group>();
  const others = credits.filter(credit => {
    for (const group of candidates.get(credit) ?? []) {
      const settled = taken.has(group) ? undefined : fitting(group.units, credit.amount);
      if (!settled) continue;
      taken.add(group);
      settlements.push({ units: settled, credits: [credit], group, fits: true });
      return false;
    }
    return true;
  });
  const held = Map.groupBy(others, credit => candidates.get(credit)?.find(group => !taken.has(group)));
  for (const [group, together] of held) {
    if (!group) continue;
    const settled = fitting(group.units, sumOf(together));
    settlements.push({
      units: settled ?? group.units,
      credits: together,
      group,
      fits: settled !== undefined,
    });
  }
  return { settlements, left: held.get(undefined) ?? [] };
}

/** Payments at gateways by gateway and day, the oldest day first. */
function groupsOf(units: readonly Unit[]): Group[] {
  const atGateways = units.filter(({ gateway, settledBy }) => gateway && settledBy === undefined);
  const grouped = Map.groupBy(atGateways, ({ gateway, day }) => `${day} ${gateway?.gateway}`);
  return [...grouped]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, some]) => {
      const [first] = some;
      return first?.gateway ? [{ gateway: first.gateway.gateway, day: first.day, units: some }] : [];
    });
}

/** Groups that a credit may settle: of the day that it names, of the day that it was held against, then the oldest. */
function candidatesOf(
  credit: StatementLine,
  groups: readonly Group[],
  names: ReconcileInput['names'],
  carried: Carried,
): Group[] {
  const gateway = gatewayNamed(credit, [...new Set(groups.map(group => group.gateway))], names);
  const earlier = groupBefore(credit, carried);
  const days: readonly CalendarDate[] = namedDays(credit.purpose);
  const rank = ({ day }: Group) => (days.includes(day) ? 0 : day === earlier?.day ? 1 : 2);
  return groups
    .filter(group => group.gateway === gateway && group.day <= credit.bookedOn)
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The gateway by whose name a credit goes; of several the longest name, which may hold another. */
function gatewayNamed(
  credit: StatementLine,
  gateways: readonly string[],
  names: ReconcileInput['names'],
): string | undefined {
  const texts = creditWords(credit).map(words => ` ${words.join(' ')} `);
  const named = gateways.flatMap(gateway =>
    (names?.[gateway] ?? [gateway]).flatMap(name => {
      const words = creditWords({ ...credit, reference: '', purpose: name })[0] ?? [];
      const whole = ` ${words.join(' ')} `;
      return words.length > 0 && texts.some(text => text.includes(whole))
        ? [{ gateway, length: whole.length }]
        : [];
    }),
  );
  return named.toSorted((a, b) => b.length - a.length || (a.gateway < b.gateway ? -1 : 1))[0]?.gateway;
}
