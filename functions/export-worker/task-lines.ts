import type { ListedTask } from '../platform/lists/task-list.ts';
import type { Named } from './applicant-column.ts';
import type { ShownApplicants } from './shown-applicants.ts';
import type { UnitNames } from './unit-names.ts';

/** A task in a file. */
export interface TaskLine extends ListedTask, Named {
  readonly unitName: string | null;
}

/** Lines of tasks. */
export async function taskLines(
  { unitNames }: { readonly unitNames: UnitNames },
  tasks: readonly ListedTask[],
  { applicants }: { readonly applicants: ShownApplicants },
): Promise<TaskLine[]> {
  const units = await unitNames(tasks.map(({ unit }) => unit));
  const names = await applicants(tasks.map(({ dossier }) => dossier));
  return tasks.map(task => ({
    ...task,
    unitName: units.get(task.unit) ?? null,
    applicantName: names.get(task.dossier),
  }));
}
