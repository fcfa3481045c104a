import type { AccessRecordStore } from '../../records/audit-log/access-record-store.ts';
import type { ProcedureNames } from '../../records/catalogue/procedure-names.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { ApplicantNames } from '../../records/lists/applicant-names.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { Quotas } from '../../records/quotas/quotas.ts';
import type { FoundIndex } from './found-index.ts';

/** What searching needs. */
export interface SearchDeps {
  readonly lists: DossierLists;
  readonly found: FoundIndex;
  readonly names: ApplicantNames;
  readonly accessRecords: Pick<AccessRecordStore, 'add'>;
  readonly procedures: ProcedureNames;
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly keyring: () => Promise<Keyring>;
  readonly quotas: Pick<Quotas, 'take'>;
}
