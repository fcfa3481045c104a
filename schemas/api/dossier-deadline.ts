import * as z from 'zod';
import { limit } from '../calendar.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { explanationEntryText } from '../deadline.ts';
import { instantText } from '../instant.ts';

/** The time a step was given and used, in office hours; `savedHours` is negative if more was used than given. */
export const stepUse = z.strictObject({
  task: z.string(),
  name: z.string(),
  unit: z.string(),
  startedAt: instantText,
  dueAt: instantText,
  endedAt: instantText.nullable(),
  allowedHours: z.number(),
  usedHours: z.number(),
  savedHours: z.number(),
});

/** The promised date of a dossier at an instant, and how it was calculated. */
export const dossierDeadline = z
  .strictObject({
    code: dossierCode,
    at: instantText,
    /** notStarted: not accepted yet; running; paused: no date during a pause; decided: it no longer matters. */
    status: z.enum(['notStarted', 'running', 'paused', 'decided', 'ended']),
    limit: limit.nullable(),
    clockStartedAt: instantText.nullable(),
    /** As promised at that time: counted, or set by the extension. */
    dueAt: instantText.nullable(),
    dueOn: z.iso.date().nullable(),
    extended: z.boolean(),
    provisional: z.boolean(),
    calendarVersion: z.string().nullable(),
    rulesVersion: z.string().nullable(),
    entries: z.array(explanationEntryText),
    steps: z.array(stepUse),
    /** The same in words that a clerk can read to an applicant. */
    text: z.string(),
  })
  .meta({ id: 'DossierDeadline' });
