import type { CatalogueStore } from '../platform/catalogue/catalogue-store.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';

/** What the catalogue of procedures needs. */
export interface CatalogueDeps {
  readonly catalogue: CatalogueStore;
  readonly keyring: () => Promise<Keyring>;
}
