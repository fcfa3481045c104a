import * as z from 'zod';
import { workCalendar, workCalendarDraft, workCalendarVersion } from '../../work-calendar.ts';
import { operation } from '../operation.ts';
import { versionQuery } from '../paging.ts';

export const workCalendarOperations = {
  getWorkCalendar: operation({
    id: 'getWorkCalendar',
    method: 'GET',
    path: '/v1/work-calendar',
    capability: 'work-calendar',
    tag: 'Public',
    summary: 'Calendar, office hours and counting rules, in force or of a given version',
    action: 'public.read',
    query: z.strictObject(versionQuery),
    answer: { status: 200, schema: workCalendarVersion, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  getDraft: operation({
    id: 'getWorkCalendarDraft',
    method: 'GET',
    path: '/v1/work-calendar/draft',
    capability: 'work-calendar',
    tag: 'Administration',
    summary: 'The draft of the next work calendar, if there is one',
    action: 'calendar.manage',
    answer: { status: 200, schema: workCalendarDraft },
    problems: ['not-found'],
  }),
  saveDraft: operation({
    id: 'saveWorkCalendarDraft',
    method: 'POST',
    path: '/v1/work-calendar/draft',
    capability: 'work-calendar',
    tag: 'Administration',
    summary:
      'Saves a draft of the next work calendar, to be compared with the one in force before it is published',
    action: 'calendar.manage',
    body: workCalendar,
    answer: { status: 200, schema: workCalendarDraft },
    problems: ['request-invalid', 'deadline-invalid'],
  }),
  publishWorkCalendar: operation({
    id: 'publishWorkCalendar',
    method: 'POST',
    path: '/v1/work-calendar',
    capability: 'work-calendar',
    tag: 'Administration',
    summary:
      'Proposes the work calendar of the province as a new version; dates already promised do not change',
    action: 'calendar.manage',
    body: workCalendar,
    proposes: true,
    answer: { status: 200, schema: workCalendarVersion, etag: true },
    problems: ['request-invalid', 'deadline-invalid', 'version-conflict'],
  }),
} as const;
