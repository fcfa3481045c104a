import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Asked } from '../../kernel/http/call.ts';
import { readAhead } from '../../kernel/table/read-ahead.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../../records/keys/keys.ts';

type Shown = Asked<(typeof dossierOperations)['getDossier']>;

/** A dossier is shown with who applied, by rules that name the units of today. */
export const aheadOfDossier =
  (table: Table) =>
  ({ params }: Shown): void =>
    readAhead(table, [keys.head(params.code), keys.applicant(params.code), keys.organization()]);
