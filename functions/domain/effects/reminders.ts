import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type PortalReminder, reminded } from '../../../schemas/outside/cloud-event.ts';

/**
 * What an applicant is to be reminded of (nhắc): an alarm sounded for a wait that only they can end. The first comes
 * before the limit, the others when it has passed and when nobody stopped the dossier for it; undefined for others.
 */
export function reminderOf(
  data: EventData,
  { tasks }: Pick<DossierHead, 'tasks'>,
): PortalReminder | undefined {
  if (data.type !== 'alarmRaised') return undefined;
  const phase = reminded.safeParse(tasks.find(({ id }) => id === data.task)?.phase);
  return phase.success ? { of: phase.data, level: data.level, before: data.dueAt } : undefined;
}
