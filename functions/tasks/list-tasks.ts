import type { taskOperations } from '../../schemas/api/operations/tasks.ts';
import { knownCallerOf } from '../platform/dossiers/known-caller.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { nextTasks, taskListOf } from '../platform/lists/task-list.ts';
import { readCursor, writeCursor } from '../platform/paging/cursor.ts';
import type { TaskDeps } from './deps.ts';
import { viewOf } from './task-view.ts';

type Operation = (typeof taskOperations)['listTasks'];

/** Open tasks of a unit by due date. Unless asked otherwise: of my roles, mine or nobody's. */
export async function listTasks(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const keyring = await deps.keyring();
  const caller = knownCallerOf(call.caller, keyring);
  const { cursor, limit, ...filters } = call.query;
  const { officer, unit } = taskListOf(caller, filters);
  const scope = JSON.stringify(['tasks', officer.id, unit, filters]);
  const position = readCursor(keyring, scope, cursor);
  const { language, now } = call;
  const page = await nextTasks(deps.workList, caller, filters, { position, limit, language, now });
  return {
    body: {
      items: page.items.map(task => viewOf(task)),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}
