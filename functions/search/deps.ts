import type { AccessRecordStore } from '../platform/access-records/access-record-store.ts';
import type { ProcedureNames } from '../platform/catalogue/procedure-names.ts';
import type { ApplicantNames } from '../platform/lists/applicant-names.ts';
import type { DossierLists } from '../platform/lists/dossier-lists.ts';
import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { FoundIndex } from './found-index.ts';

/** What searching needs. */
export interface SearchDeps {
  readonly lists: DossierLists;
  readonly found: FoundIndex;
  readonly names: ApplicantNames;
  readonly accessRecords: Pick<AccessRecordStore, 'add'>;
  readonly procedures: ProcedureNames;
  readonly organisation: Pick<OrganisationStore, 'current'>;
  readonly keyring: () => Promise<Keyring>;
}
