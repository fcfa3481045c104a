import type { CalendarDate } from '../../../../schemas/calendar.ts';
import { differenceKind } from '../../../../schemas/money/difference-kind.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import { canonicalJson, digestOf } from '../../canonical-json.ts';
import { parseDate } from '../../vietnam-time.ts';
import { actionFor } from './actions.ts';
import { type Carried, sinceWhen } from './carried.ts';
import type { Draft } from './classify.ts';
import { inOrder, type Lines, moneyOf, type Side, sumOf } from './lines.ts';
import type { Difference } from './reconciliation.ts';

/** Enough of a digest that no two differences share it. */
const ID_LENGTH = 32;

/** Drafts with id, age and action, by kind and then the oldest first. */
export function finish(drafts: readonly Draft[], day: CalendarDate, carried: Carried): Difference[] {
  const times = new Map<string, number>();
  // Numbered by what the gateway says, should it list one number several times.
  const byContent = (draft: Draft) => `${draft.kind} ${draft.about} ${canonicalJson(draft.gateway)}`;
  const differences = inOrder(drafts, byContent).map(({ about, day: paidOn, ...draft }): Difference => {
    const content = `${draft.kind} ${about}`;
    const time = (times.get(content) ?? 0) + 1;
    times.set(content, time);
    const since = earliest([paidOn ?? day, sinceWhen(draft, carried) ?? day, day]);
    const ageDays = ageOn(day, since);
    return {
      ...draft,
      id: digestOf({ content, time }).slice(0, ID_LENGTH),
      amounts: amountsOf(draft),
      since,
      ageDays,
      action: actionFor({ ...draft, ageDays }),
      state: 'open',
      clearedOn: null,
    };
  });
  const rank = ({ kind }: Difference) => differenceKind.options.indexOf(kind);
  return differences.toSorted((a, b) => rank(a) - rank(b) || b.ageDays - a.ageDays || (a.id < b.id ? -1 : 1));
}

/** Carried differences that are there no more. */
export function clearedOf(carried: Carried, open: readonly Difference[], day: CalendarDate): Difference[] {
  const ids = new Set(open.map(({ id }) => id));
  return carried.open
    .filter(({ id }) => !ids.has(id))
    .map(difference => ({
      ...difference,
      state: 'cleared' as const,
      clearedOn: day,
      ageDays: ageOn(day, difference.since),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const earliest = (days: readonly [CalendarDate, ...CalendarDate[]]): CalendarDate =>
  days.reduce((first, day) => (day < first ? day : first));

const ageOn = (day: CalendarDate, since: CalendarDate) => Math.max(parseDate(day) - parseDate(since), 0);

function amountsOf(lines: Lines): Readonly<Record<Side, Dong | null>> {
  const amount = (side: Side) => {
    const money = moneyOf(lines, side);
    return money.length === 0 ? null : sumOf(money);
  };
  return { ours: amount('ours'), gateway: amount('gateway'), treasury: amount('treasury') };
}
