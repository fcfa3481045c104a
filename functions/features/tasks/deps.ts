import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { AccessRecordStore } from '../../records/audit-log/access-record-store.ts';
import type { ChangeDeps } from '../../records/dossiers/change-dossier.ts';
import type { CheckDeps } from '../../records/files/check-upload.ts';
import type { SignatureDeps } from '../../records/files/demand-signatures.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { UploadedObjects } from '../../records/files/uploaded-objects.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { ApplicantNames } from '../../records/lists/applicant-names.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import type { WorkList } from '../../records/lists/work-list.ts';
import type { AbsenceStore } from '../../records/organization/absence-store.ts';
import type { AuthorizationStore } from '../../records/organization/authorization-store.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { Vault } from '../../records/vault/vault.ts';

/** What officers' work at tasks needs. */
export interface TaskDeps extends ChangeDeps {
  readonly workList: WorkList;
  readonly lists: Pick<DossierLists, 'fetch'>;
  readonly names: ApplicantNames;
  readonly accessRecords: Pick<AccessRecordStore, 'add'>;
  readonly organization: Pick<OrganizationStore, 'officer' | 'current'>;
  readonly absences: Pick<AbsenceStore, 'of'>;
  readonly authorizations: Pick<AuthorizationStore, 'of'>;
  readonly files: FileStore;
  readonly objects: UploadedObjects;
  readonly scanner?: CheckDeps['scanner'];
  readonly judgesUpTo?: number;
  /** Whose signatures are trusted. */
  readonly signatures: SignatureDeps['signatures'];
  readonly vault: Vault;
  readonly keyring: () => Promise<Keyring>;
  /** Brings the machine up to date with the dossier; never fails the request, because the sweeper does it otherwise. */
  readonly wake: (head: DossierHead) => Promise<void>;
}
