import { dynamoNaming } from '../catalogue/units-named.ts';
import { dynamoDossierCounts } from '../lists/dossier-counts.ts';
import { dynamoWorkList } from '../lists/work-list.ts';
import type { openDossierServices } from '../services.ts';
import { unitWork, type WorkOf } from './unit-work.ts';

/** Counts the work left in units, over the table. */
export function openUnitWork({
  table,
  catalogue,
  organization,
}: Pick<ReturnType<typeof openDossierServices>, 'table' | 'catalogue' | 'organization'>): WorkOf {
  return unitWork({
    organization,
    countDossiers: dynamoDossierCounts(table),
    countNaming: dynamoNaming(table, catalogue),
    workList: dynamoWorkList(table),
  });
}
