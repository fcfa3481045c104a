import type { ExportedList } from '../../../schemas/api/export.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import { dossierListOf } from '../lists/dossier-list.ts';
import { taskListOf } from '../lists/task-list.ts';

/**
 * What a list is of when this caller asks for it, as text. The rights are the list's own: throws what the policy says to those who
 * may not see it. A caller whose unit or roles have changed gets another text where they would get another list.
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
