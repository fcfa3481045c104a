import { readableHead } from '../../../../schemas/dossier/head.ts';
import type { DossierLists } from '../../../records/lists/dossier-lists.ts';
import type { ListedTask } from '../../../records/lists/task-list.ts';
import type { Named } from './applicant-column.ts';
import type { ShownApplicants } from './shown-applicants.ts';
import type { UnitNames } from './unit-names.ts';

/** A task in a file. */
export interface TaskLine extends ListedTask, Named {
  readonly unitName: string | null;
}

/** Lines of tasks. */
export async function taskLines(
  { dossiers, unitNames }: { readonly dossiers: Pick<DossierLists, 'parts'>; readonly unitNames: UnitNames },
  tasks: readonly ListedTask[],
  { applicants }: { readonly applicants: ShownApplicants | undefined },
): Promise<TaskLine[]> {
  const units = await unitNames(tasks.map(({ unit }) => unit));
  const names = applicants && (await namesOf(dossiers, tasks, applicants));
  return tasks.map(task => ({
    ...task,
    unitName: units.get(task.unit) ?? null,
    applicantName: names?.get(task.dossier),
  }));
}

async function namesOf(
  dossiers: Pick<DossierLists, 'parts'>,
  tasks: readonly ListedTask[],
  applicants: ShownApplicants,
): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(tasks.map(({ dossier }) => dossier))];
  const heads = await dossiers.parts(codes, readableHead);
  return applicants(heads.filter(head => head !== undefined));
}
