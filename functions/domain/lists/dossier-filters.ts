import type { DossierFilters } from '../../../schemas/api/dossier-list.ts';
import type { DossierRow } from '../../../schemas/dossier/dossier-row.ts';
import type { HandlingState } from '../../../schemas/dossier/states.ts';
import { lifecycle } from '../lifecycle/states.ts';
import { ProblemError } from '../problem.ts';
import { addDays, type Instant, parseInstant, startOfDay } from '../vietnam-time.ts';
import { stageOf } from './stage.ts';

/** What is asked of a list of dossiers, thought through: which states can be in it at all, and which instants. */
export interface DossierQuestion {
  readonly states: readonly HandlingState[];
  /** First instant, and the first one after. */
  readonly submitted: Span;
  readonly due: Span;
  readonly sort: 'submittedAt' | 'dueAt';
  readonly newestFirst: boolean;
  readonly filters: DossierFilters;
}

export interface Span {
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
}

const ALL = Object.keys(lifecycle) as HandlingState[];

/**
 * Thinks filters through. Filters that leave nothing are refused: an empty list would look like an answer.
 *
 * @param orders the orders that the list has; the dossiers of a person have that of submission only.
 */
export function questionOf(
  filters: DossierFilters,
  now: Instant,
  orders: readonly DossierQuestion['sort'][] = ['submittedAt', 'dueAt'],
): DossierQuestion {
  const states = ALL.filter(
    state =>
      (filters.handling === undefined || filters.handling.includes(state)) &&
      (filters.open === undefined || (stageOf(state) === 'open') === (filters.open === 'true')) &&
      (filters.returned === undefined || state === (filters.returned === 'true' ? 'returned' : 'decided')) &&
      (filters.overdue !== 'true' || stageOf(state) === 'open'),
  );
  if (states.length === 0)
    throw contradiction('handling', 'no state fits handling, open, returned and overdue together');
  const submitted = spanOf('submitted', filters.submittedFrom, filters.submittedTo);
  const dueSpan = spanOf('due', filters.dueFrom, filters.dueTo);
  const due = filters.overdue === 'true' ? { ...dueSpan, to: Math.min(dueSpan.to ?? now, now) } : dueSpan;
  if (due.from !== undefined && due.to !== undefined && due.from >= due.to)
    throw contradiction('dueFrom', 'a date that is not past cannot be overdue');
  const byDue = due.from !== undefined || due.to !== undefined;
  const sort = filters.sort ?? (byDue && orders.includes('dueAt') ? 'dueAt' : 'submittedAt');
  if (!orders.includes(sort)) {
    throw new ProblemError('parameter-invalid', `This list is in the order of ${orders.join(' or ')}.`, {
      faults: [{ pointer: '/sort', message: orders.join(', ') }],
    });
  }
  const newestFirst = (filters.order ?? (sort === 'dueAt' ? 'asc' : 'desc')) === 'desc';
  return { states, submitted, due, sort, newestFirst, filters };
}

function spanOf(name: string, from: string | undefined, to: string | undefined): Span {
  if (from !== undefined && to !== undefined && from > to)
    throw contradiction(`${name}From`, `is after ${name}To`);
  return {
    from: from === undefined ? undefined : startOfDay(from),
    to: to === undefined ? undefined : startOfDay(addDays(to, 1)),
  };
}

function contradiction(parameter: string, message: string): ProblemError {
  return new ProblemError(
    'parameter-invalid',
    `The filters contradict one another: ${parameter} ${message}.`,
    {
      faults: [{ pointer: `/${parameter}`, message }],
    },
  );
}

/** Whether a dossier is what is asked for. A dossier without a promised date is in no list by that date. */
export function answers(
  { states, submitted, due, sort, filters }: DossierQuestion,
  row: DossierRow,
  now: Instant,
): boolean {
  const promised = row.dueAt === null ? undefined : parseInstant(row.dueAt);
  return (
    states.includes(row.handling) &&
    (filters.procedure === undefined || row.procedure === filters.procedure) &&
    (filters.field === undefined || row.field === filters.field) &&
    (filters.channel === undefined || row.channel === filters.channel) &&
    (filters.money === undefined || row.money === filters.money) &&
    within(submitted, parseInstant(row.submittedAt)) &&
    (promised === undefined
      ? sort === 'submittedAt' && due.from === undefined && due.to === undefined
      : within(due, promised)) &&
    (filters.overdue === undefined || isOverdue(row, now) === (filters.overdue === 'true'))
  );
}

const within = ({ from, to }: Span, at: Instant) =>
  (from === undefined || at >= from) && (to === undefined || at < to);

/** Whether a dossier still waits for its decision after its promised date. */
export function isOverdue(
  { handling, dueAt }: Pick<DossierRow, 'handling' | 'dueAt'>,
  now: Instant,
): boolean {
  return stageOf(handling) === 'open' && dueAt !== null && parseInstant(dueAt) < now;
}
