import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Asked } from '../../kernel/http/call.ts';
import { readAhead } from '../../kernel/table/read-ahead.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../../records/keys/keys.ts';

type Shown = Asked<(typeof dossierOperations)['getDossier']>;

/**
 * A dossier is shown by rules that name the units of today. Who applied is read with the ledger that vouches for them.
 */
export const aheadOfDossier =
  (table: Table) =>
  ({ params }: Shown): void =>
    readAhead(table, [keys.head(params.code), keys.organization()]);
