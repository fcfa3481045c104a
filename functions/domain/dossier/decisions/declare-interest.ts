import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { NewEvent } from '../context.ts';

/** The event of a declared interest (xung đột lợi ích); undefined if it was declared before. */
export function declareInterest(
  head: Pick<DossierHead, 'interests' | 'tasks'>,
  { officer, reason }: { readonly officer: string; readonly reason: string },
): NewEvent | undefined {
  if (head.interests.some(known => known.officer === officer)) return undefined;
  const tasks = head.tasks.filter(({ assignee }) => assignee === officer).map(({ id }) => id);
  return { data: { type: 'interestDeclared', officer, reason, tasks }, opens: [], closes: [] };
}
