import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import type { TaskDecision } from '../../lifecycle/waits.ts';
import type { NewEvent } from '../context.ts';

/** The closing of one task with a decision, as events carry it. */
export function closes(task: PlannedTask, decision: TaskDecision | 'supplemented'): NewEvent['closes'] {
  return [{ task: task.id, decision }];
}
