import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { readDossierCode } from '../codes/dossier-code.ts';
import { officerRole } from '../identity/roles.ts';
import { instantText } from '../instant.ts';
import { says } from '../words.ts';
import { waitPhase } from './states.ts';

/** Id of a task: the dossier's code and the task's number in it, `H44.101-261121-0001.t3`. */
export const taskId = z
  .string()
  .max(60)
  .refine(
    text => readTaskId(text) !== undefined,
    says({
      vi: 'phải là mã công việc dạng H44.101-261121-0001.t3',
      en: 'must be a task id such as H44.101-261121-0001.t3',
    }),
  )
  .meta({ id: 'TaskId', description: 'Task id', example: 'H44.101-261121-0001.t1' });

export function formatTaskId(dossier: string, number: number): string {
  return `${dossier}.t${number}`;
}

/** The dossier and number of a task id; undefined when it is not one. */
export function readTaskId(text: string): { dossier: string; number: number } | undefined {
  const match = /^(?<dossier>.+)\.t(?<number>[1-9]\d{0,4})$/.exec(text);
  const dossier = match?.groups?.['dossier'] ?? '';
  return readDossierCode(dossier) ? { dossier, number: Number(match?.groups?.['number']) } : undefined;
}

/**
 * The phase of a task: a wait of the machine, or something beside it: one agency's answer during consultations, the
 * signature of an apology (văn bản xin lỗi, form 04), or the signature under a revocation or correction of the result.
 */
export const taskPhase = z.enum([...waitPhase.options, 'consultation', 'apology', 'resultChange']);

/** A task as planned by the event that opens it: who must act by when. */
export const plannedTask = z.strictObject({
  id: taskId,
  phase: taskPhase,
  /** The workflow step, for phases `step` and `signature`; the step that asked, for consultations. */
  step: z.string().max(40).nullable(),
  name: z.string().max(200),
  unit: agencyCode,
  role: officerRole,
  openedAt: instantText,
  /** The last instant in time by the legal clock; null only where no limit applies. */
  dueAt: instantText,
  /** When the three alarms of this task are raised; planned with the due date, so that all use the same calendar. */
  alarms: z.strictObject({ dueSoon: instantText, overdue: instantText, escalated: instantText }),
  assignee: z.string().max(100).nullable(),
});

/**
 * A task as shown: for applicants and portals without the account of its holder until the
 * dossier is decided or ended.
 */
export const shownTask = plannedTask.partial({ assignee: true });
export type PlannedTask = z.infer<typeof plannedTask>;
