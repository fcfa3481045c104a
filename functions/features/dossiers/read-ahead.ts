import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Asked } from '../../kernel/http/call.ts';
import { readAhead } from '../../kernel/table/read-ahead.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../../records/keys/keys.ts';

type Shown = Asked<(typeof dossierOperations)['getDossier']>;

/** Showing a dossier needs its applicant, and access rules that depend on today's units. */
export const aheadOfDossier =
  (table: Table) =>
  ({ params }: Shown): void =>
    readAhead(table, [keys.head(params.code), keys.applicant(params.code), keys.organization()]);
