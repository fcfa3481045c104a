import type { CatalogueStore } from '../../records/catalogue/catalogue-store.ts';
import type { ProcedureNames } from '../../records/catalogue/procedure-names.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { CountOpen } from '../../records/lists/dossier-counts.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { ProposedChangeStore } from '../../records/proposed-changes/proposed-change-store.ts';

/** What the catalogue of procedures needs. */
export interface CatalogueDeps {
  readonly catalogue: CatalogueStore;
  readonly names: ProcedureNames;
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly proposedChanges: ProposedChangeStore;
  readonly countOpen: CountOpen;
  readonly keyring: () => Promise<Keyring>;
}
