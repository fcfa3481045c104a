import type { FormPaper } from '../../../schemas/dossier/form.ts';
import type { FormDocument } from '../../domain/forms/form-document.ts';
import type { DossierStore } from '../dossiers/dossier-store.ts';
import type { InkFiles } from '../inks/ink-files.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { RulesLoader } from '../rules/rules-loader.ts';
import type { FormFiles } from './form-files.ts';

/** What making a form of a dossier needs. */
export interface MakingDeps {
  readonly dossiers: Pick<DossierStore, 'people'>;
  readonly rules: Pick<RulesLoader, 'load'>;
  readonly organization: Pick<OrganizationStore, 'current' | 'version' | 'officersNamed'>;
  readonly files: FormFiles;
  readonly inks: Pick<InkFiles, 'read'>;
  readonly render: (document: FormDocument, paper: FormPaper) => Promise<Buffer>;
}
