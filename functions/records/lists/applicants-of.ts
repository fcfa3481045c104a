import { type Applicant, applicant } from '../../../schemas/dossier/applicant.ts';
import { fetchItems } from '../../kernel/table/fetch-items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../keys/keys.ts';

/** The applicants of dossiers, by code. Personal data: callers that show them must record it. */
export type ApplicantsOf = (codes: readonly string[]) => Promise<ReadonlyMap<string, Applicant>>;

export const dynamoApplicants =
  (table: Table): ApplicantsOf =>
  async codes => {
    const items = await fetchItems(table, codes.map(keys.applicant));
    return new Map(
      codes.flatMap(code => {
        const key = keys.applicant(code);
        const item = items(key);
        return item ? [[code, parseStored(applicant, item['applicant'], key)] as const] : [];
      }),
    );
  };
