import type { DossierFilters } from '../../../schemas/api/dossier-list.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { HandlingState } from '../../../schemas/dossier/states.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import { asWritten } from '../../../schemas/words.ts';
import { isEnd, lifecycle } from '../lifecycle/states.ts';
import { isOwed } from '../money/account/money-state.ts';
import { foldName } from '../search/fold.ts';
import { type Instant, parseInstant } from '../vietnam-time.ts';
import { contradiction, type Span, spanOf, within } from './span.ts';
import { stageOf } from './stage.ts';

/** The resolved filters of a list of dossiers: the states and instants that can match. */
export interface DossierQuestion {
  readonly states: readonly HandlingState[];
  readonly submitted: Span;
  readonly due: Span;
  readonly sort: 'submittedAt' | 'dueAt';
  readonly newestFirst: boolean;
  readonly filters: DossierFilters;
}

const ALL = Object.keys(lifecycle) as HandlingState[];

/**
 * Resolves filters. Filters that can match nothing are refused: an empty list would look like an answer.
 *
 * @param orders the sort orders of the list; a person's dossiers can only be sorted by submission.
 */
export function questionOf(
  filters: DossierFilters,
  now: Instant,
  orders: readonly DossierQuestion['sort'][] = ['submittedAt', 'dueAt'],
): DossierQuestion {
  const owed = filters.money !== undefined && isOwed(filters.money);
  const states = ALL.filter(
    state =>
      (filters.handling === undefined || filters.handling.includes(state)) &&
      (filters.open === undefined || (stageOf(state) === 'open') === (filters.open === 'true')) &&
      (filters.returned === undefined || state === (filters.returned === 'true' ? 'returned' : 'decided')) &&
      (filters.overdue !== 'true' || stageOf(state) === 'open') &&
      // A fee that is due is still owed: nothing is owed for a dossier that was declined, withdrawn, stopped or
      // finished.
      (!owed || !isEnd(state)),
  );
  if (states.length === 0) {
    const given = [
      ...(['handling', 'open', 'returned', 'overdue'] as const).filter(name => filters[name]),
      ...(owed ? ['money'] : []),
    ];
    throw contradiction(given, {
      vi: `không trạng thái nào khớp cùng lúc ${given.join(' và ')}`,
      en: `no state matches ${given.join(' and ')} together`,
    });
  }
  const submitted = spanOf('submitted', filters.submittedFrom, filters.submittedTo);
  const dueSpan = spanOf('due', filters.dueFrom, filters.dueTo);
  const due = filters.overdue === 'true' ? { ...dueSpan, to: Math.min(dueSpan.to ?? now, now) } : dueSpan;
  if (due.from !== undefined && due.to !== undefined && due.from >= due.to)
    throw contradiction(['dueFrom', 'overdue'], {
      vi: 'hồ sơ có ngày hẹn trả từ dueFrom trở đi thì chưa quá hạn',
      en: 'dossiers due on dueFrom or later are not overdue yet',
    });
  const byDue = due.from !== undefined || due.to !== undefined;
  const sort = filters.sort ?? (byDue && orders.includes('dueAt') ? 'dueAt' : 'submittedAt');
  if (!orders.includes(sort)) {
    throw new ProblemError(
      'parameter-invalid',
      {
        vi: `Danh sách này chỉ sắp xếp theo ${orders.join(' hoặc ')}.`,
        en: `This list can only be sorted by ${orders.join(' or ')}.`,
      },
      {
        faults: [{ pointer: '/sort', message: asWritten(orders.join(', ')) }],
      },
    );
  }
  const newestFirst = (filters.order ?? (sort === 'dueAt' ? 'asc' : 'desc')) === 'desc';
  return { states, submitted, due, sort, newestFirst, filters };
}

/** Whether a dossier matches. A dossier without a promised date matches no filter by that date. */
export function answers(
  { states, submitted, due, sort, filters }: DossierQuestion,
  row: DossierRow,
  now: Instant,
): boolean {
  const promised = row.dueAt === null ? undefined : parseInstant(row.dueAt);
  return (
    states.includes(row.handling) &&
    (filters.procedure === undefined || row.procedure === filters.procedure) &&
    (filters.field === undefined || foldName(row.field) === foldName(filters.field)) &&
    (filters.channel === undefined || row.channel === filters.channel) &&
    (filters.money === undefined || row.money === filters.money) &&
    within(submitted, parseInstant(row.submittedAt)) &&
    (promised === undefined
      ? sort === 'submittedAt' && due.from === undefined && due.to === undefined
      : within(due, promised)) &&
    (filters.overdue === undefined || isOverdue(row, now) === (filters.overdue === 'true'))
  );
}

/** Whether a dossier is still undecided after its promised date. */
export function isOverdue(
  { handling, dueAt }: Pick<DossierRow, 'handling' | 'dueAt'>,
  now: Instant,
): boolean {
  return stageOf(handling) === 'open' && dueAt !== null && parseInstant(dueAt) < now;
}
