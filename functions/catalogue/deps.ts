import type { CatalogueStore } from '../platform/catalogue/catalogue-store.ts';
import type { ProcedureNames } from '../platform/catalogue/procedure-names.ts';
import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';

/** What the catalogue of procedures needs. */
export interface CatalogueDeps {
  readonly catalogue: CatalogueStore;
  readonly names: ProcedureNames;
  readonly organisation: Pick<OrganisationStore, 'current'>;
  readonly keyring: () => Promise<Keyring>;
}
