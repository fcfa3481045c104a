import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { TaskFilters } from '../../../schemas/api/task-list.ts';
import type { KnownCaller, KnownOfficer } from '../../../schemas/identity/known-caller.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { type TaskQuestion, taskQuestion } from '../../domain/lists/task-filters.ts';
import { demand } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Page, PageWanted } from '../../kernel/table/listed-page.ts';
import type { Holders, WorkList } from './work-list.ts';

/** Whose work list a caller sees. */
export interface TaskListOwner {
  readonly officer: KnownOfficer;
  readonly unit: string;
  /** Whether it is the officer's own unit, whose list shows their own tasks first. */
  readonly own: boolean;
}

/** Whose work list a caller sees with these filters. Throws as the policy says if they may not. */
export function taskListOf(caller: KnownCaller, filters: Pick<TaskFilters, 'unit'>): TaskListOwner {
  if (caller.kind !== 'officer')
    throw new ProblemError('forbidden', {
      vi: 'Chỉ cán bộ mới có công việc.',
      en: 'Only officers have tasks.',
    });
  const unit = filters.unit ?? caller.unit;
  if (unit === null)
    throw new ProblemError('parameter-invalid', {
      vi: 'Tài khoản không thuộc đơn vị nào: hãy ghi đơn vị trong “unit”.',
      en: 'Your account belongs to no unit: name one in “unit”.',
    });
  const own = unit === caller.unit;
  demand(caller, 'task.list', unitRelation(caller, unit));
  return { officer: caller, unit, own };
}

/** Which open tasks a caller requests. Throws a ProblemError if filters contradict one another. */
export function tasksAsked(
  caller: KnownCaller,
  filters: TaskFilters,
  now: Instant,
  holders?: Holders,
): TaskQuestion {
  const { officer, unit, own } = taskListOf(caller, filters);
  const question = taskQuestion(filters, officer, {
    unit,
    own,
    now,
    ...(holders && { left: holders.departed }),
  });
  const { hands } = question;
  // An officer without tasks needs no lookup: held tasks are counted in the transaction that assigns them.
  const idle =
    hands?.officer !== undefined && hands.free.length > 0 && holders?.all.has(hands.officer) === false;
  return idle ? { ...question, hands: { ...hands, officer: undefined } } : question;
}

/** A task in a list. */
export interface ListedTask extends StoredTask {
  /** Whether its holder no longer works in the unit, so that others may take it. */
  readonly holderLeft: boolean;
}

/** The next page of the open tasks a caller lists with these filters, by due date. */
export async function nextTasks(
  workList: Pick<WorkList, 'page' | 'holders'>,
  caller: KnownCaller,
  filters: TaskFilters,
  { position, limit, now }: PageWanted,
): Promise<Page<ListedTask>> {
  const { unit } = tasksAsked(caller, filters, now);
  const ofOthers = filters.assignee !== 'me' && filters.assignee !== 'nobody';
  const holders = ofOthers ? await workList.holders(unit) : undefined;
  const { items, next } = await workList.page(tasksAsked(caller, filters, now, holders), {
    after: position,
    limit,
  });
  const listed = items.map(task => ({
    ...task,
    holderLeft: task.assignee !== null && (holders?.departed.has(task.assignee) ?? false),
  }));
  return { items: listed, next };
}
