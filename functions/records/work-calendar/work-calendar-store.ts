import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  type WorkCalendarDraft,
  type WorkCalendarVersion,
  workCalendarDraft,
  workCalendarVersion,
} from '../../../schemas/work-calendar.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { type PinnedVersions, pinnedVersions } from '../../kernel/table/pinned-versions.ts';
import type { Table } from '../../kernel/table/table.ts';
import { type NamedWrite, transact } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

/** The work calendar of the province, in versions, and the draft of the next. */
export interface WorkCalendarStore extends PinnedVersions<WorkCalendarVersion> {
  draft(): Promise<WorkCalendarDraft | undefined>;
  /** Replaces the draft. `also` goes into the same transaction: false if one of its conditions failed. */
  saveDraft(draft: WorkCalendarDraft, also: readonly NamedWrite[]): Promise<boolean>;
}

export function dynamoWorkCalendarStore(table: Table): WorkCalendarStore {
  const key = keys.workCalendarDraft();
  return {
    ...pinnedVersions({
      table,
      schema: workCalendarVersion,
      current: keys.workCalendar(),
      versionKey: keys.workCalendarVersion,
    }),
    async draft() {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
      );
      return Item && parseStored(workCalendarDraft, Item['draft'], key);
    },
    async saveDraft(draft, also) {
      const put: NamedWrite = {
        name: 'draft',
        write: { Put: { TableName: table.name, Item: { ...key, draft } } },
      };
      return (await transact(table, [put, ...also])).done;
    },
  };
}
