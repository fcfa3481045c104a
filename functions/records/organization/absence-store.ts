import { type StoredAbsences, storedAbsences } from '../../../schemas/stored/absences.ts';
import { countedRecord } from '../../kernel/table/counted-record.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

/** Who of a unit is away, and who substitutes. */
export interface AbsenceStore {
  /** Those of a unit, in the order they were recorded; version 0 where there is none yet. */
  of(unit: string): Promise<StoredAbsences>;
  /** Replaces them, unless somebody else did. `also` goes into the same transaction. */
  change(unit: string, after: StoredAbsences, also?: readonly NamedWrite[]): Promise<boolean>;
}

export function dynamoAbsenceStore(table: Table): AbsenceStore {
  const record = (unit: string) => countedRecord(table, keys.absences(unit), storedAbsences);
  return {
    of: async unit => (await record(unit).read()) ?? { absences: [], version: 0 },
    change: (unit, after, also) => record(unit).change(after, also),
  };
}
