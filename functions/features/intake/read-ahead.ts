import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Asked } from '../../kernel/http/call.ts';
import { readAhead } from '../../kernel/table/read-ahead.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../../records/keys/keys.ts';

/** Few submissions bring more; those of more are read one after another, as far as they are fit. */
const MOST_FILES = 25;

type Submitted = Asked<(typeof dossierOperations)['submitDossier']>;

/** A submission is checked against what is in force, and brings files. Its number is read last: others take numbers, too. */
export const aheadOfSubmission =
  (table: Table) =>
  ({ body }: Submitted): void => {
    const files = new Set(body.components.flatMap(component => component.files));
    const many = [...files].slice(0, MOST_FILES);
    readAhead(table, [
      keys.procedure(body.procedure),
      keys.organization(),
      keys.workCalendar(),
      ...many.map(keys.file),
    ]);
  };
