import type * as z from 'zod';
import type { taskView } from '../../schemas/api/task.ts';
import type { StoredTask } from '../../schemas/dossier/stored-task.ts';

/** A task as officers see it: how it was closed, but not by whom or with what receipt. */
export function viewOf(task: StoredTask, decisions: readonly string[] = []): z.infer<typeof taskView> {
  const { closed, ...rest } = task;
  return {
    ...rest,
    closed: closed && { decision: closed.decision, at: closed.at },
    decisions: [...decisions],
  };
}
