import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { demandFourEyes, handledBy } from '../../domain/rights/four-eyes.ts';
import { wholeLedger } from '../../records/dossiers/whole-ledger.ts';
import type { TaskDeps } from './deps.ts';

type Deps = Pick<TaskDeps, 'dossiers'> & { readonly organization: Pick<TaskDeps['organization'], 'officer'> };

/** Refuses a signature to whoever handled the dossier, under another account of theirs as well. */
export async function demandSecondPerson(
  { dossiers, organization }: Deps,
  head: DossierHead,
  { id, person }: Pick<OfficerPrincipal, 'id' | 'person'>,
): Promise<void> {
  const ledger = await wholeLedger(dossiers, head);
  demandFourEyes(ledger, [id]);
  // Without a record that says who they are there is nothing to compare, and no record is read.
  if (person === undefined) return;
  const records = await Promise.all([...handledBy(ledger)].map(account => organization.officer(account)));
  demandFourEyes(
    ledger,
    records.flatMap(record => (record?.person === person ? [record.id] : [])),
  );
}
