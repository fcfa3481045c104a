import type * as z from 'zod';
import type { listedTask, taskView } from '../../../schemas/api/task.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';

/** A task to be shown, and whether its holder left the unit. */
type Shown = StoredTask & { readonly holderLeft?: boolean };

/** A task as lists show it: how it was closed, but not by whom or with what receipt. */
export function rowOf({ closed, holderLeft = false, ...rest }: Shown): z.infer<typeof listedTask> {
  return { ...rest, holderLeft, closed: closed && { decision: closed.decision, at: closed.at } };
}

/** A task as officers see it, with its allowed decisions. */
export function viewOf(task: Shown, decisions: readonly string[]): z.infer<typeof taskView> {
  return { ...rowOf(task), decisions: [...decisions] };
}
