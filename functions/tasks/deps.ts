import type { DossierHead } from '../../schemas/dossier/head.ts';
import type { AccessRecordStore } from '../platform/access-records/access-record-store.ts';
import type { DossierStore } from '../platform/dossiers/dossier-store.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { UploadedObjects } from '../platform/files/uploaded-objects.ts';
import type { ApplicantNames } from '../platform/lists/applicant-names.ts';
import type { DossierLists } from '../platform/lists/dossier-lists.ts';
import type { WorkList } from '../platform/lists/work-list.ts';
import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';
import type { RulesLoader } from '../platform/rules/rules-loader.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';

/** What officers' work at tasks needs. */
export interface TaskDeps {
  readonly dossiers: DossierStore;
  readonly workList: WorkList;
  readonly lists: Pick<DossierLists, 'fetch'>;
  readonly names: ApplicantNames;
  readonly accessRecords: Pick<AccessRecordStore, 'add'>;
  readonly organisation: Pick<OrganisationStore, 'officer' | 'current'>;
  readonly rules: RulesLoader;
  readonly files: FileStore;
  readonly objects: UploadedObjects;
  readonly keyring: () => Promise<Keyring>;
  /** Brings the machine up to the dossier; never fails the request, for the sweeper does it otherwise. */
  readonly wake: (head: DossierHead) => Promise<void>;
}
