import type { AccessRecordStore } from '../platform/access-records/access-record-store.ts';
import type { DossierStore } from '../platform/dossiers/dossier-store.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import type { ApplicantNames } from '../platform/lists/applicant-names.ts';
import type { DossierLists } from '../platform/lists/dossier-lists.ts';
import type { RulesLoader } from '../platform/rules/rules-loader.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { FileLinks } from './file-links.ts';
import type { ResultRegister } from './result-register.ts';

/** What reading dossiers needs. */
export interface ReadingDeps {
  readonly dossiers: DossierStore;
  readonly lists: DossierLists;
  readonly names: ApplicantNames;
  readonly results: ResultRegister;
  readonly files: Pick<FileStore, 'find' | 'findAll'>;
  readonly links: FileLinks;
  readonly accessRecords: AccessRecordStore;
  readonly rules: RulesLoader;
  readonly keyring: () => Promise<Keyring>;
}
