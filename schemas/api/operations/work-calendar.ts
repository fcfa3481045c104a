import * as z from 'zod';
import { workCalendar, workCalendarVersion } from '../../work-calendar.ts';
import { operation } from '../operation.ts';

export const workCalendarOperations = {
  getWorkCalendar: operation({
    id: 'getWorkCalendar',
    method: 'GET',
    path: '/v1/work-calendar',
    capability: 'work-calendar',
    tag: 'Public',
    summary: 'Calendar, office hours and counting rules in force, or of a version',
    action: 'public.read',
    query: z.strictObject({ version: z.coerce.number().int().min(1).optional() }),
    answer: { status: 200, schema: workCalendarVersion, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  publishWorkCalendar: operation({
    id: 'publishWorkCalendar',
    method: 'POST',
    path: '/v1/work-calendar',
    capability: 'work-calendar',
    tag: 'Administration',
    summary:
      'Publishes the working time of the province as a new version; dates already promised do not move',
    action: 'calendar.manage',
    body: workCalendar,
    answer: { status: 200, schema: workCalendarVersion, etag: true },
    problems: ['request-invalid', 'deadline-invalid', 'idempotency-key-reused', 'version-conflict'],
  }),
} as const;
