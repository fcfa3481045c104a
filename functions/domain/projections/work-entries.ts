import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { openTask, taskChanges } from './task-changes.ts';

/** The holder of an open task: an officer of a unit, or a role there until somebody takes it. */
export type WorkPlace = Pick<PlannedTask, 'id' | 'unit' | 'role' | 'assignee' | 'dueAt'>;

/** The changes a command makes to the work lists. */
export interface WorkChanges {
  readonly shown: readonly StoredTask[];
  /** Places that tasks have left. */
  readonly left: readonly WorkPlace[];
}

/** Distinguishes places: a held task belongs to its holder, whatever its role. */
export const workPlaceName = ({ id, unit, role, assignee, dueAt }: WorkPlace): string =>
  JSON.stringify([id, unit, assignee === null ? { role } : { assignee }, dueAt]);

/** Which open tasks are to be shown anew in work lists, and which holders tasks have left. */
export function workChanges(
  before: DossierHead | undefined,
  { events, head }: { readonly events: readonly LedgerEvent[]; readonly head: DossierHead },
  labels: DossierLabels,
): WorkChanges {
  const { opened, touched } = taskChanges(events, head, labels);
  const versions = new Map([...opened, ...touched].map(({ id, version }) => [id, version]));
  const shown = head.tasks.flatMap(task => {
    const version = versions.get(task.id);
    return version === undefined ? [] : [openTask(task, head, labels, version)];
  });
  const places = new Set(head.tasks.map(workPlaceName));
  const left = (before?.tasks ?? []).filter(task => !places.has(workPlaceName(task)));
  return { shown, left };
}
