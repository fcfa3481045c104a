import type { NationalStore, StoreMissed } from '../../domain/ports/national-store.ts';
import type { AccessDeps } from '../../records/audit-log/record-reads.ts';
import type { CatalogueStore } from '../../records/catalogue/catalogue-store.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { CheckDeps } from '../../records/files/check-upload.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { PutUploadedObject } from '../../records/files/put-uploaded-object.ts';
import type { Quotas } from '../../records/quotas/quotas.ts';
import type { RulesLoader } from '../../records/rules/rules-loader.ts';

/** What asking the national store needs. */
export interface StoreDeps extends AccessDeps, Pick<CheckDeps, 'objects' | 'scanner' | 'judgesUpTo'> {
  /** Undefined where the deployment does not ask it. */
  readonly store: NationalStore | undefined;
  /** Counts, for operators, that the store could not be asked. */
  readonly missed: (missed: StoreMissed) => void;
  readonly dossiers: DossierStore;
  readonly rules: RulesLoader;
  readonly catalogue: Pick<CatalogueStore, 'procedure'>;
  readonly files: FileStore;
  readonly put: PutUploadedObject;
  readonly quotas: Pick<Quotas, 'open'>;
}
