import type * as z from 'zod';
import type { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import type { StoredTask } from '../../../schemas/dossier/stored-task.ts';
import type { KnownCaller, KnownOfficer } from '../../../schemas/identity/known-caller.ts';
import { ProblemError } from '../../domain/problem.ts';
import { demand } from '../../domain/rights/judge.ts';
import type { WorkList } from '../tasks/work-list.ts';
import type { ListPage, PageWanted } from './list-page.ts';

/** What the work list may be narrowed by: its operation's own parameters. */
export type TaskFilters = Omit<z.infer<(typeof taskOperations)['listTasks']['query']>, 'cursor' | 'limit'>;

/** Whose work list a caller sees. */
export interface TaskListOwner {
  readonly officer: KnownOfficer;
  readonly unit: string;
  /** Whether it is the officer's own unit, whose list shows first what is theirs to do. */
  readonly own: boolean;
}

/** Whose work list a caller sees with these filters. Throws what the policy says to those who may not. */
export function taskListOf(caller: KnownCaller, filters: TaskFilters): TaskListOwner {
  if (caller.kind !== 'officer') throw new ProblemError('forbidden', 'Only officers have tasks.');
  const unit = filters.unit ?? caller.unit;
  if (unit === null) throw new ProblemError('parameter-invalid', 'You work in no unit: name one in “unit”.');
  const own = unit === caller.unit;
  demand(caller, 'task.list', new Set(own ? ['unit'] : []));
  return { officer: caller, unit, own };
}

/** The next page of the open tasks that a caller lists with these filters; by due date. */
export async function nextTasks(
  workList: WorkList,
  caller: KnownCaller,
  filters: TaskFilters,
  { position, limit }: PageWanted,
): Promise<ListPage<StoredTask>> {
  const of = taskListOf(caller, filters);
  const page = await workList.page(of.unit, position, limit, filterOf(filters, of));
  return { items: page.tasks, next: page.next };
}

/** Unless asked otherwise: of the officer's roles, theirs or nobody's. */
function filterOf(query: TaskFilters, { officer, own }: TaskListOwner): (task: StoredTask) => boolean {
  const mine = (task: StoredTask) => task.assignee === officer.id;
  const holder: Record<'me' | 'nobody' | 'anybody', (task: StoredTask) => boolean> = {
    me: mine,
    nobody: task => task.assignee === null,
    anybody: () => true,
  };
  const byHolder = query.assignee
    ? holder[query.assignee]
    : own
      ? (task: StoredTask) => task.assignee === null || mine(task)
      : () => true;
  const byRole = (task: StoredTask) => {
    if (query.role) return task.role === query.role;
    return !own || officer.roles.includes(task.role) || officer.roles.includes('leader');
  };
  return task =>
    byRole(task) &&
    byHolder(task) &&
    (query.phase === undefined || task.phase === query.phase) &&
    (query.procedure === undefined || task.procedure === query.procedure) &&
    (query.alarm === undefined || task.alarm === query.alarm);
}
