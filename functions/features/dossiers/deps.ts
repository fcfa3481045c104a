import type { AccessRecordStore } from '../../records/audit-log/access-record-store.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { ApplicantNames } from '../../records/lists/applicant-names.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import type { RulesLoader } from '../../records/rules/rules-loader.ts';
import type { Vault } from '../../records/vault/vault.ts';
import type { FileLinks } from './file-links.ts';
import type { ResultRegister } from './result-register.ts';

/** What reading dossiers needs. */
export interface ReadingDeps {
  readonly dossiers: DossierStore;
  readonly cursors: Pick<CursorStore, 'ofDossier'>;
  readonly lists: DossierLists;
  readonly names: ApplicantNames;
  readonly results: ResultRegister;
  readonly files: Pick<FileStore, 'find' | 'findAll'>;
  readonly links: FileLinks;
  readonly vault: Vault;
  readonly accessRecords: AccessRecordStore;
  readonly rules: RulesLoader;
  readonly keyring: () => Promise<Keyring>;
}
