import { dynamoDossierLists } from '../lists/dossier-lists.ts';
import { dynamoWorkList } from '../lists/work-list.ts';
import type { openDossierServices } from '../services.ts';
import { openBacklog } from './backlog.ts';
import type { MoveUnitsDeps } from './move-units.ts';

/** What handing over dossiers of ended units needs, over the table. */
export function openSuccession(
  services: ReturnType<typeof openDossierServices>,
  clock: MoveUnitsDeps['clock'],
): MoveUnitsDeps {
  const { dossiers, rules, organization, table } = services;
  const backlog = openBacklog({ workList: dynamoWorkList(table), lists: dynamoDossierLists(table) });
  return { dossiers, rules, organization, backlog, clock };
}
