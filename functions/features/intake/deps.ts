import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../../records/catalogue/catalogue-store.ts';
import type { ChangeDeps } from '../../records/dossiers/change-dossier.ts';
import type { CheckDeps } from '../../records/files/check-upload.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { UploadedObjects } from '../../records/files/uploaded-objects.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { Quotas } from '../../records/quotas/quotas.ts';
import type { Vault } from '../../records/vault/vault.ts';
import type { WorkCalendarStore } from '../../records/work-calendar/work-calendar-store.ts';

/** What the intake of dossiers, supplements and withdrawals needs. */
export interface IntakeDeps extends ChangeDeps {
  /** Open dossiers of an owner (keyed digest) for a procedure, newest first. */
  readonly duplicates: (owner: string, procedure: string, now: Instant) => Promise<string[]>;
  readonly catalogue: Pick<CatalogueStore, 'procedure'>;
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly workCalendars: Pick<WorkCalendarStore, 'current'>;
  readonly files: FileStore;
  readonly objects: UploadedObjects;
  readonly scanner?: CheckDeps['scanner'];
  readonly judgesUpTo?: number;
  readonly vault: Vault;
  readonly keyring: () => Promise<Keyring>;
  readonly quotas: Quotas;
  /** How many percent of a unit's numbers of a day are kept for its counter. */
  readonly counterShare: number;
  /** Counts, for operators, a unit that has used four fifths of the numbers it has for this way of submitting. */
  readonly nearlyNumbered: (unit: string, channel: 'online' | 'counter') => void;
  /** Brings the machine up to date with the dossier; never fails the request, because the sweeper does it otherwise. */
  readonly wake: (head: DossierHead) => Promise<void>;
}
