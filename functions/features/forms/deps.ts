import type { AccessDeps } from '../../records/audit-log/record-reads.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { FindingDeps } from '../../records/dossiers/find-dossier.ts';
import type { MakingDeps } from '../../records/forms/making-deps.ts';
import type { ApplicantsOf } from '../../records/lists/applicants-of.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';

/** What giving forms needs. */
export interface FormDeps extends AccessDeps, FindingDeps, MakingDeps {
  readonly dossiers: Pick<DossierStore, 'find' | 'standing' | 'events' | 'people'>;
  readonly lists: Pick<DossierLists, 'page' | 'parts'>;
  readonly applicants: ApplicantsOf;
}
