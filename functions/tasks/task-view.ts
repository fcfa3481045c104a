import type * as z from 'zod';
import type { taskView } from '../../schemas/api/task.ts';
import type { StoredTask } from '../../schemas/dossier/stored-task.ts';

/** A task as officers see it: how it was closed, but not by whom or with what receipt. */
export function viewOf(
  { closed, holderLeft = false, ...rest }: StoredTask & { readonly holderLeft?: boolean },
  decisions: readonly string[] = [],
): z.infer<typeof taskView> {
  return {
    ...rest,
    holderLeft,
    closed: closed && { decision: closed.decision, at: closed.at },
    decisions: [...decisions],
  };
}
