import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Asked } from '../../kernel/http/call.ts';
import { readAhead } from '../../kernel/table/read-ahead.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../../records/keys/keys.ts';

/** Few submissions bring more files; further ones are read one after another. */
const MOST_FILES = 25;

type Submitted = Asked<(typeof dossierOperations)['submitDossier']>;

/**
 * A submission is checked against the rules in force, and brings files. The number is read last, because others take
 * numbers, too.
 */
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
