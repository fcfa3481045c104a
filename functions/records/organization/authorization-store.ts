import { type StoredAuthorizations, storedAuthorizations } from '../../../schemas/stored/authorizations.ts';
import { countedRecord } from '../../kernel/table/counted-record.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

/** Who signs for whom in a unit, from when to when. */
export interface AuthorizationStore {
  /** All of a unit, in the order they were recorded; version 0 where there is none yet. */
  of(unit: string): Promise<StoredAuthorizations>;
  /** Replaces them, unless somebody else did. `also` goes into the same transaction. */
  change(unit: string, after: StoredAuthorizations, also?: readonly NamedWrite[]): Promise<boolean>;
}

export function dynamoAuthorizationStore(table: Table): AuthorizationStore {
  const record = (unit: string) => countedRecord(table, keys.authorizations(unit), storedAuthorizations);
  return {
    of: async unit => (await record(unit).read()) ?? { authorizations: [], version: 0 },
    change: (unit, after, also) => record(unit).change(after, also),
  };
}
