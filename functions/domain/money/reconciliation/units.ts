import type { CalendarDate } from '../../../../schemas/calendar.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import { dateOf, parseInstant } from '../../vietnam-time.ts';
import { broughtBy, type Carried, strangeness, wasExtra } from './carried.ts';
import { type GatewayPayment, isPaid, keyOf, type Lines, type OurPayment } from './lines.ts';

/** A payment as we and the gateway know of it, or one of the two. */
export interface Unit {
  readonly ours: OurPayment | undefined;
  readonly gateway: GatewayPayment | undefined;
  /** What the gateway says of a payment of ours that is not paid there. */
  readonly unpaid: readonly GatewayPayment[];
  /** Its reference was paid before. */
  readonly extra: boolean;
  readonly day: CalendarDate;
  /** What the treasury should get. */
  readonly amount: Dong;
  /** A credit of an earlier day that brought it. */
  readonly settledBy: string | undefined;
}

/** Pairs payments by the gateway's number. Lines must be in order, and each number ends in one pair. */
export function unitsOf(
  { ours, gateway }: Lines,
  carried: Carried,
): { units: Unit[]; unpaid: GatewayPayment[] } {
  const paid = queues(
    gateway.filter(isPaid).toSorted((a, b) => strangeness(a, carried) - strangeness(b, carried)),
  );
  const others = queues(gateway.filter(line => !isPaid(line)));
  const paired = ours.map(payment => {
    const key = keyOf.gateway({ ...payment, state: 'paid' });
    const line = paid.get(key)?.shift();
    return { ours: payment, gateway: line, unpaid: line ? [] : (others.get(key)?.splice(0) ?? []) };
  });
  const rest = new Set([...paid.values()].flat());
  const alone = gateway
    .filter(line => rest.has(line))
    .map(line => ({ ours: undefined, gateway: line, unpaid: [] }));
  const all = [...paired, ...alone];
  const extras = extrasOf(all, carried);
  const units = all.flatMap((pair): Unit[] => {
    const line = pair.gateway ?? pair.ours;
    if (!line) return [];
    const known = { ours: pair.ours ? [pair.ours] : [], gateway: pair.gateway ? [pair.gateway] : [] };
    const settledBy = broughtBy(known, carried);
    const day = dateOf(parseInstant(line.at));
    return [{ ...pair, extra: extras.has(pair), day, amount: line.amount, settledBy }];
  });
  return { units, unpaid: [...others.values()].flat() };
}

function queues(lines: readonly GatewayPayment[]): Map<string, GatewayPayment[]> {
  return Map.groupBy(lines, keyOf.gateway);
}

type Pair = Pick<Unit, 'ours' | 'gateway'>;

/** Payments whose reference was paid before: all but the one that we have, or the first. */
function extrasOf(pairs: readonly Pair[], carried: Carried): Set<Pair> {
  const paid = pairs.flatMap(pair => (pair.gateway ? [{ pair, line: pair.gateway }] : []));
  const groups = Map.groupBy(paid, ({ line }) => `${line.gateway} ${line.reference || line.transaction}`);
  return new Set([...groups.values()].flatMap(group => extrasIn(group, carried).map(({ pair }) => pair)));
}

type Paid = { readonly pair: Pair; readonly line: GatewayPayment };

function extrasIn(group: readonly Paid[], carried: Carried): Paid[] {
  const rest = group.filter(({ line }) => wasExtra(line, carried) !== true);
  // Where one was too many on an earlier day, the first one may be matched and gone.
  const known = rest.length < group.length;
  const [first] = (known ? rest.filter(({ line }) => wasExtra(line, carried) === false) : rest).toSorted(
    (a, b) =>
      Number(b.pair.ours !== undefined) - Number(a.pair.ours !== undefined) ||
      parseInstant(a.line.at) - parseInstant(b.line.at),
  );
  return group.filter(paid => paid !== first);
}
