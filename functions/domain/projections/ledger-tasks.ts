import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { applyEvent } from '../dossier/head.ts';
import { taskChanges } from './task-changes.ts';
import { type WorkPlace, workPlaceName } from './work-entries.ts';

/** The tasks of a dossier by its whole ledger, past and present. */
export interface LedgerTasks {
  readonly head: DossierHead;
  /** Every task that ever existed, in its current state. */
  readonly tasks: readonly StoredTask[];
  /** Every place a task was in while it was open. */
  readonly places: readonly WorkPlace[];
}

/** Reads a ledger from its first entry. It does not contain digests and receipts of decisions: they are null here. */
export function tasksOfLedger(events: readonly LedgerEvent[], labels: DossierLabels): LedgerTasks {
  let head: DossierHead | undefined;
  const tasks = new Map<string, StoredTask>();
  const places = new Map<string, WorkPlace>();
  const patch = (id: string, members: Partial<StoredTask>) => {
    const task = tasks.get(id);
    if (task) tasks.set(id, { ...task, ...members });
  };
  for (const event of events) {
    head = applyEvent(head, event);
    const { opened, closed, touched } = taskChanges([event], head, labels);
    for (const task of opened) tasks.set(task.id, task);
    for (const { id, ...members } of closed) patch(id, members);
    for (const { id, ...members } of touched) patch(id, members);
    for (const task of head.tasks) places.set(workPlaceName(task), task);
  }
  if (head === undefined) throw new TypeError('an empty ledger has no tasks');
  return { head, tasks: [...tasks.values()], places: [...places.values()] };
}
