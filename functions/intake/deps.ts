import type { DossierHead } from '../../schemas/dossier/head.ts';
import type { Instant } from '../domain/vietnam-time.ts';
import type { CatalogueStore } from '../platform/catalogue/catalogue-store.ts';
import type { DossierStore } from '../platform/dossiers/dossier-store.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { UploadedObjects } from '../platform/files/uploaded-objects.ts';
import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';
import type { RulesLoader } from '../platform/rules/rules-loader.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { WorkCalendarStore } from '../platform/work-calendar/work-calendar-store.ts';

/** What the intake of dossiers, supplements and withdrawals needs. */
export interface IntakeDeps {
  /** Open dossiers of an owner (keyed digest) for a procedure, newest first. */
  readonly duplicates: (owner: string, procedure: string, now: Instant) => Promise<string[]>;
  readonly dossiers: DossierStore;
  readonly catalogue: Pick<CatalogueStore, 'procedure'>;
  readonly organisation: Pick<OrganisationStore, 'current'>;
  readonly workCalendars: Pick<WorkCalendarStore, 'current'>;
  readonly rules: RulesLoader;
  readonly files: FileStore;
  readonly objects: UploadedObjects;
  readonly keyring: () => Promise<Keyring>;
  /** Brings the machine up to the dossier; never fails the request, for the sweeper does it otherwise. */
  readonly wake: (head: DossierHead) => Promise<void>;
}
