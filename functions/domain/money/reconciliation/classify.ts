import type { CalendarDate } from '../../../../schemas/calendar.ts';
import type { DifferenceKind } from '../../../../schemas/money/difference-kind.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import type { StatementLine } from '../statements/statement.ts';
import { keyOf, type Lines, sumOf } from './lines.ts';
import type { LumpGroup, Match } from './reconciliation.ts';
import { agrees, type Settlement } from './settle.ts';
import type { Unit } from './units.ts';

/** A difference before it has an id, an age and an action. */
export interface Draft extends Lines {
  readonly kind: DifferenceKind;
  /** What it is about, which stays the same from day to day. */
  readonly about: string;
  readonly besides: Dong;
  readonly group: LumpGroup | null;
  readonly settledBy: string | null;
  readonly again: boolean;
  /** Of a payment that is not settled: its day. */
  readonly day: CalendarDate | undefined;
}

export interface Classified {
  readonly matches: readonly Match[];
  readonly drafts: readonly Draft[];
}

type Outcome = { readonly match: Match } | { readonly draft: Draft };

const NOTHING = sumOf([]);

/** What the payments and credits of a settlement are. */
export function classifySettlement({ units, credits, group, fits }: Settlement): Classified {
  const [only, ...others] = units;
  if (only && others.length === 0 && (group === null || !agrees(only)))
    return split([classifyUnit(only, credits, group)]);
  const good = units.filter(agrees);
  const bad = units.filter(unit => !agrees(unit));
  const settledBy = fits ? credits.map(({ reference }) => reference).join(', ') : undefined;
  const apart = bad.map(unit => classifyUnit({ ...unit, settledBy }, []));
  const lines: Lines = { ...linesOf(good), treasury: credits };
  const shared = { ...lines, besides: sumOf(bad), settledBy: null };
  const whole: Outcome = fits
    ? { match: { ...shared, by: 'lump', amount: sumOf(credits) } }
    : {
        draft: {
          ...shared,
          kind: 'lumpDiffers',
          about: group ? `group ${group.gateway} ${group.day}` : credits.map(keyOf.treasury).join(' '),
          group: named(group),
          again: false,
          day: undefined,
        },
      };
  return split([whole, ...apart]);
}

/** What a payment is that no credit of today brought. */
export const classifyUnsettled = (units: readonly Unit[]): Classified =>
  split(units.map(unit => classifyUnit(unit, [])));

/** A credit that is of no payment; `again` of one whose money had come before. */
export function strange(credit: StatementLine, again: boolean): Draft {
  return {
    ...{ kind: 'onlyTreasury', about: keyOf.treasury(credit), ours: [], gateway: [], treasury: [credit] },
    ...{ besides: NOTHING, group: null, settledBy: null, again, day: undefined },
  };
}

function classifyUnit(
  unit: Unit,
  credits: readonly StatementLine[],
  group: LumpGroup | null = null,
): Outcome {
  const { ours, gateway, settledBy = null, day } = unit;
  const shared = { ...linesOf([unit]), treasury: credits, besides: NOTHING, settledBy };
  const kind = kindOf(unit, credits);
  if (kind === undefined)
    return { match: { ...shared, by: credits.length > 0 ? 'each' : 'earlier', amount: unit.amount } };
  const byGateway = kind === 'paidTwice' || !ours;
  const about = byGateway && gateway ? keyOf.gateway(gateway) : ours ? keyOf.ours(ours) : '';
  return {
    draft: {
      ...shared,
      kind,
      about,
      group: named(group),
      again: false,
      day: kind === 'settledLate' ? day : undefined,
    },
  };
}

function kindOf(unit: Unit, credits: readonly StatementLine[]): DifferenceKind | undefined {
  const { ours, gateway, extra, settledBy } = unit;
  if (extra) return 'paidTwice';
  if (!gateway) return 'onlyOurs';
  if (!ours) return 'onlyGateway';
  if (!agrees(unit)) return 'amountDiffers';
  if (credits.length === 0) return settledBy === undefined ? 'settledLate' : undefined;
  return sumOf(credits) === gateway.amount ? undefined : 'amountDiffers';
}

const linesOf = (units: readonly Unit[]): Pick<Lines, 'ours' | 'gateway'> => ({
  ours: units.flatMap(({ ours }) => ours ?? []),
  gateway: units.flatMap(({ gateway, unpaid }) => [...(gateway ? [gateway] : []), ...unpaid]),
});

/** Without the payments that a group may hold here. */
const named = (group: LumpGroup | null) => group && { gateway: group.gateway, day: group.day };

const split = (outcomes: readonly Outcome[]): Classified => ({
  matches: outcomes.flatMap(outcome => ('match' in outcome ? [outcome.match] : [])),
  drafts: outcomes.flatMap(outcome => ('draft' in outcome ? [outcome.draft] : [])),
});
