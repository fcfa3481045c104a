import type { FormPaper } from '../../../schemas/dossier/form.ts';
import type { FormDocument } from '../../domain/forms/form-document.ts';
import type { AccessDeps } from '../../records/audit-log/record-reads.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { FindingDeps } from '../../records/dossiers/find-dossier.ts';
import type { ApplicantsOf } from '../../records/lists/applicants-of.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { RulesLoader } from '../../records/rules/rules-loader.ts';
import type { FormFiles } from './form-files.ts';

/** What making forms needs. */
export interface FormDeps extends AccessDeps, FindingDeps {
  readonly dossiers: Pick<DossierStore, 'find' | 'standing' | 'events' | 'people'>;
  readonly rules: Pick<RulesLoader, 'load'>;
  readonly organization: Pick<OrganizationStore, 'current' | 'version' | 'officersNamed'>;
  readonly lists: Pick<DossierLists, 'page' | 'parts'>;
  readonly applicants: ApplicantsOf;
  readonly files: FormFiles;
  readonly render: (document: FormDocument, paper: FormPaper) => Promise<Buffer>;
}
