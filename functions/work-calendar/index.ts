import { workCalendarOperations } from '../../schemas/api/operations/work-calendar.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { dynamoWorkCalendarStore } from '../platform/work-calendar/work-calendar-store.ts';
import { getDraft, getWorkCalendar, publishWorkCalendar, saveDraft } from './work-calendar.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const deps = { workCalendars: dynamoWorkCalendarStore(table) };
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
  { logger: functionLogger(), now: runtimeNow },
);
