import { workCalendarOperations } from '../../../../../schemas/api/operations/work-calendar.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringOpener } from '../../../../records/keyring/keyring.ts';
import { dynamoOpenCount } from '../../../../records/lists/dossier-counts.ts';
import { dynamoProposedChangeStore } from '../../../../records/proposed-changes/proposed-change-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { dynamoWorkCalendarStore } from '../../../../records/work-calendar/work-calendar-store.ts';
import { getDraft, getWorkCalendar, publishWorkCalendar, saveDraft } from '../../work-calendar.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const deps = {
  workCalendars: dynamoWorkCalendarStore(table),
  proposedChanges: dynamoProposedChangeStore(table),
  countOpen: dynamoOpenCount(table),
};
const once = { keyring: keyringOpener(table), journal: dynamoRequestJournal(table) };

/** Calendar, office hours and counting rules of the province. */
export const handler = httpFunction(
  [
    route(workCalendarOperations.getWorkCalendar, call => getWorkCalendar(deps, call)),
    route(workCalendarOperations.getDraft, () => getDraft(deps)),
    route(
      workCalendarOperations.saveDraft,
      journaled(once, (call, attempt) => saveDraft(deps, call, attempt)),
    ),
    route(
      workCalendarOperations.publishWorkCalendar,
      journaled(once, (call, attempt) => publishWorkCalendar(deps, call, attempt)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
