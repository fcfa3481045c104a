import type { CatalogueStore } from '../../records/catalogue/catalogue-store.ts';
import type { ProcedureNames } from '../../records/catalogue/procedure-names.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/** What the catalogue of procedures needs. */
export interface CatalogueDeps {
  readonly catalogue: CatalogueStore;
  readonly names: ProcedureNames;
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly keyring: () => Promise<Keyring>;
}
