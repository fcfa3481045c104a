import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';

type Declared = Extract<EventData, { type: 'interestDeclared' }>;

/**
 * An officer with an interest holds nothing of the dossier any more, and it does not
 * come back to them after a wait.
 */
export function afterInterest(
  head: DossierHead,
  { officer, person, tasks }: Declared,
  at: string,
): Partial<DossierHead> {
  const freed = new Set(tasks);
  return {
    interests: [...head.interests, { officer, ...(person !== undefined && { person }), at }],
    tasks: head.tasks.map(task => (freed.has(task.id) ? { ...task, assignee: null } : task)),
    ...(head.resumeWith === officer && { resumeWith: null }),
  };
}
