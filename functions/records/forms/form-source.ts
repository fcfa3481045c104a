import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { FormSource } from '../../domain/forms/form-source.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import { unitsAt } from '../organization/units-at.ts';
import type { MakingDeps } from './making-deps.ts';

/** Reads what a form is made from, beside the ledger up to its event. */
export async function formSource(
  deps: MakingDeps,
  head: DossierHead,
  events: readonly LedgerEvent[],
): Promise<FormSource> {
  const accounts = new Set(events.flatMap(accountsIn));
  const at = parseInstant(events.at(-1)?.at ?? head.updatedAt);
  const [{ procedure, workflow }, people, units, officers] = await Promise.all([
    deps.rules.load(head.rules),
    deps.dossiers.people(head.code),
    unitsAt(deps.organization, at),
    deps.organization.officersNamed([...accounts]),
  ]);
  if (!people) throw new Error(`${head.code} has no applicant`);
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  return { events, procedure, workflow, people, units, officers: names };
}

function accountsIn({ actor, data }: LedgerEvent): string[] {
  const assignee = data.type === 'assigned' ? data.assignee : null;
  return [...(actor.kind === 'officer' ? [actor.id] : []), ...(assignee === null ? [] : [assignee])];
}
