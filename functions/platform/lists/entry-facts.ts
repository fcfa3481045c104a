import * as z from 'zod';
import { channel } from '../../../schemas/catalogue/procedure.ts';
import { taskPhase } from '../../../schemas/dossier/task.ts';
import { officerRole } from '../../../schemas/identity/roles.ts';
import { instantText } from '../../../schemas/instant.ts';

/** What an entry says of its dossier without its being read: nothing that ever changes, so that no index need be written again. */
export const dossierFacts = z.object({
  procedure: z.string(),
  field: z.string(),
  channel,
  submittedAt: instantText,
});
export type DossierFacts = z.infer<typeof dossierFacts>;

/** The same of an open task, and when its alarms sound. */
export const taskFacts = dossierFacts.extend({
  task: z.string(),
  role: officerRole,
  phase: taskPhase,
  assignee: z.string().nullable(),
  alarms: z.object({ dueSoon: instantText, overdue: instantText, escalated: instantText }),
});
export type TaskFacts = z.infer<typeof taskFacts>;
