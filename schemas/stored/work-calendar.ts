import * as z from 'zod';
import { workCalendarDraft, workCalendarVersion } from '../work-calendar.ts';

export const workCalendarItem = z.strictObject({ record: workCalendarVersion });
export const workCalendarDraftItem = z.strictObject({ draft: workCalendarDraft });
