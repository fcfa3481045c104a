import type { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import { type AlarmState, readTallyName, tallyName } from '../../domain/lists/open-tasks.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { knownCallerOf } from '../../records/dossiers/known-caller.ts';
import { taskListOf } from '../../records/lists/task-list.ts';
import type { TaskDeps } from './deps.ts';

type Operation = (typeof taskOperations)['countTasks'];

/** The number of open tasks of a unit, by role, by alarm, and of those the caller holds. */
export async function countTasks(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { officer, unit } = taskListOf(knownCallerOf(call.caller, await deps.keyring()), call.query);
  const tally = await deps.workList.tally(unit);
  const counts = [...tally].flatMap(([name, count]) => {
    const counted = readTallyName(name);
    return counted && !('officer' in counted) && count !== 0 ? [{ ...counted, count }] : [];
  });
  const sum = (which: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(which).reduce((total, { count }) => total + count, 0);
  const alarm = (level: AlarmState) => sum(one => one.alarm === level);
  return {
    body: {
      unit,
      total: sum(() => true),
      byAlarm: {
        none: alarm('none'),
        dueSoon: alarm('dueSoon'),
        overdue: alarm('overdue'),
        escalated: alarm('escalated'),
      },
      byRole: [...new Set(counts.map(({ role }) => role))].sort().map(role => ({
        role,
        total: sum(one => one.role === role),
        free: sum(one => one.role === role && !one.held),
        held: sum(one => one.role === role && one.held),
        overdue: sum(one => one.role === role && (one.alarm === 'overdue' || one.alarm === 'escalated')),
      })),
      mine: tally.get(tallyName({ officer: officer.id })) ?? 0,
    },
  };
}
