import type { Items } from '../../kernel/table/items.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/** What rebuilding needs. */
export interface UpkeepDeps {
  readonly table: Items;
  readonly lists: Pick<DossierLists, 'page'>;
  readonly organization: Pick<OrganizationStore, 'current' | 'version'>;
  readonly keyring: () => Promise<Keyring>;
}
