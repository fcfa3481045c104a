import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import { interestOf } from '../../rights/own-dossier.ts';
import type { Person } from '../../rights/same-person.ts';
import type { NewEvent } from '../context.ts';

/** The event of a declared interest (xung đột lợi ích); undefined if it was declared before, under whatever account. */
export function declareInterest(
  head: Pick<DossierHead, 'interests' | 'tasks'>,
  { id: officer, person }: Person,
  reason: string,
): NewEvent | undefined {
  if (interestOf(head, { id: officer, person })) return undefined;
  const tasks = head.tasks.filter(({ assignee }) => assignee === officer).map(({ id }) => id);
  const who = { officer, ...(person !== undefined && { person }) };
  return { data: { type: 'interestDeclared', ...who, reason, tasks }, opens: [], closes: [] };
}
