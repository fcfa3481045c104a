import { type WorkCalendarVersion, workCalendarVersion } from '../../../schemas/work-calendar.ts';
import { keys } from '../table/keys.ts';
import { type PinnedVersions, pinnedVersions } from '../table/pinned-versions.ts';
import type { Table } from '../table/table.ts';

/** The working time of the province, in versions. */
export type WorkCalendarStore = PinnedVersions<WorkCalendarVersion>;

export function dynamoWorkCalendarStore(table: Table): WorkCalendarStore {
  return pinnedVersions({
    table,
    schema: workCalendarVersion,
    current: keys.workCalendar(),
    versionKey: keys.workCalendarVersion,
  });
}
