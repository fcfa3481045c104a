import type { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { knownCallerOf } from '../../records/dossiers/known-caller.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import { headsOf, shownNames } from '../../records/lists/shown-names.ts';
import { nextTasks, taskListOf } from '../../records/lists/task-list.ts';
import type { TaskDeps } from './deps.ts';
import { rowOf } from './task-view.ts';

type Operation = (typeof taskOperations)['listTasks'];

/**
 * Open tasks of a unit by due date. By default those of the caller's roles that are theirs, unassigned, or held by
 * someone who has left.
 */
export async function listTasks(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { cursor, limit, expand, ...filters } = call.query;
  const keyring = await deps.keyring();
  const caller = knownCallerOf(call.caller, keyring);
  const { officer, unit } = taskListOf(caller, filters);
  const sealed = JSON.stringify(['tasks', officer.id, unit, filters]);
  const position = readCursor(keyring, sealed, cursor);
  const page = await nextTasks(deps.workList, caller, filters, { position, limit, now: call.now });
  const codes = expand ? page.items.map(({ dossier }) => dossier) : [];
  const heads = await headsOf(deps.lists, codes);
  const nameOf = await shownNames(deps, { ...call, operation: 'listTasks', expand, dossiers: heads });
  return {
    body: {
      items: page.items.map(task => ({ ...rowOf(task), ...nameOf(task.dossier) })),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, sealed, page.next),
    },
  };
}
