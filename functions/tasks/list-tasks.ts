import type { taskOperations } from '../../schemas/api/operations/tasks.ts';
import { taskQuestion } from '../domain/lists/task-filters.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { taskScope } from '../platform/lists/task-scope.ts';
import { readCursor, writeCursor } from '../platform/paging/cursor.ts';
import type { TaskDeps } from './deps.ts';
import { viewOf } from './task-view.ts';

type Operation = (typeof taskOperations)['listTasks'];

/** Open tasks of a unit by due date. Unless asked otherwise: of my roles, mine or nobody's. */
export async function listTasks(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { cursor, limit, ...filters } = call.query;
  const { officer, unit, own } = taskScope(call.caller, filters.unit);
  const keyring = await deps.keyring();
  const sealed = JSON.stringify(['tasks', officer.id, unit, filters]);
  const question = taskQuestion(filters, officer, { unit, own, now: call.now });
  const page = await deps.workList.page(question, { after: readCursor(keyring, sealed, cursor), limit });
  return {
    body: {
      items: page.items.map(task => viewOf(task)),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, sealed, page.next),
    },
  };
}
