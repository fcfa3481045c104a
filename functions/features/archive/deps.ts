import type { ArchiveStore } from '../../records/archive/archive-store.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/** What handing over to the archive needs. */
export interface ArchiveDeps {
  readonly archive: ArchiveStore;
  readonly dossiers: DossierStore;
  readonly lists: Pick<DossierLists, 'page' | 'parts' | 'fetch'>;
  readonly organization: Pick<OrganizationStore, 'current' | 'officer'>;
  readonly keyring: () => Promise<Keyring>;
}
