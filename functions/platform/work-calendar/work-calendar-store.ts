import { type WorkCalendarVersion, workCalendarVersion } from '../../../schemas/work-calendar.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { type VersionedRecord, versionedRecord } from '../table/versioned-record.ts';

/** The working time of the province, in versions. */
export type WorkCalendarStore = Pick<VersionedRecord<WorkCalendarVersion>, 'current' | 'version' | 'add'>;

export function dynamoWorkCalendarStore(table: Table): WorkCalendarStore {
  return versionedRecord({
    table,
    schema: workCalendarVersion,
    current: keys.workCalendar(),
    versionKey: keys.workCalendarVersion,
  });
}
