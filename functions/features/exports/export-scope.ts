import type { ExportedList } from '../../../schemas/api/export.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { dossierListOf, dossiersAsked } from '../../records/lists/dossier-list.ts';
import { taskListOf, tasksAsked } from '../../records/lists/task-list.ts';

/**
 * The scope of a list for this caller, as text. The list's own rights apply: throws as the policy says if they may
 * not see it. A caller whose unit or roles have changed gets another text whenever they would get another list.
 */
export function exportScope(wanted: ExportedList, caller: KnownCaller): string {
  switch (wanted.list) {
    case 'dossiers':
      return JSON.stringify(dossierListOf(caller, wanted.filters));
    case 'tasks': {
      const { officer, unit, own } = taskListOf(caller, wanted.filters);
      return JSON.stringify({ unit, ...(own && { roles: officer.roles.toSorted() }) });
    }
  }
}

/** Refuses what the list itself refuses: a list the caller may not see, and contradictory filters. */
export function demandAnswerable(wanted: ExportedList, caller: KnownCaller, now: Instant): void {
  try {
    if (wanted.list === 'dossiers') dossiersAsked(caller, wanted.filters, now);
    else tasksAsked(caller, wanted.filters, now);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'parameter-invalid') throw error;
    // A query parameter of the list is a field of the body here.
    const faults = error.faults.map(fault => ({ ...fault, pointer: `/filters${fault.pointer}` }));
    throw new ProblemError('request-invalid', error.detail, { faults, cause: error });
  }
}
