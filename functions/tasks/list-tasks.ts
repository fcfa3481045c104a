import type { taskOperations } from '../../schemas/api/operations/tasks.ts';
import type { StoredTask } from '../../schemas/dossier/stored-task.ts';
import { ProblemError } from '../domain/problem.ts';
import { demand } from '../domain/rights/judge.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { readCursor, writeCursor } from '../platform/paging/cursor.ts';
import type { TaskDeps } from './deps.ts';
import type { OfficerCaller } from './task-rights.ts';
import { viewOf } from './task-view.ts';

type Operation = (typeof taskOperations)['listTasks'];

/** Open tasks of a unit by due date. Unless asked otherwise: of my roles, mine or nobody's. */
export async function listTasks(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { caller, query } = call;
  if (caller.kind !== 'officer') throw new ProblemError('forbidden', 'Only officers have tasks.');
  const unit = query.unit ?? caller.unit;
  if (unit === null) throw new ProblemError('parameter-invalid', 'You work in no unit: name one in “unit”.');
  demand(caller, 'task.list', new Set(unit === caller.unit ? ['unit'] : []));
  const keyring = await deps.keyring();
  const { cursor, limit, ...filters } = query;
  const scope = JSON.stringify(['tasks', caller.id, unit, filters]);
  const after = readCursor(keyring, scope, cursor);
  const page = await deps.workList.page(unit, after, limit, filterOf(filters, caller, unit === caller.unit));
  return {
    body: {
      items: page.tasks.map(task => viewOf(task)),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}

function filterOf(
  query: Omit<Call<Operation>['query'], 'cursor' | 'limit'>,
  officer: OfficerCaller,
  own: boolean,
): (task: StoredTask) => boolean {
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
