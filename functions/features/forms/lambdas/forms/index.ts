import { fileURLToPath } from 'node:url';
import { formOperations } from '../../../../../schemas/api/operations/forms.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoArchiveStore } from '../../../../records/archive/archive-store.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { openMaking } from '../../../../records/forms/open-making.ts';
import { dynamoApplicants } from '../../../../records/lists/applicants-of.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { formsEnvironment, openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { type ArchivePaperDeps, getArchivePaper } from '../../get-archive-paper.ts';
import { getForm } from '../../get-form.ts';
import { getRegister } from '../../get-register.ts';
import { listForms } from '../../list-forms.ts';

const environment = readEnvironment(tableEnvironment.extend(formsEnvironment.shape));
const services = openDossierServices(environment.TABLE_NAME);
const fonts = fileURLToPath(new URL('./fonts/', import.meta.url));
const deps: ArchivePaperDeps = {
  ...services,
  archive: dynamoArchiveStore(services.table),
  accessRecords: dynamoAccessRecords(services.table),
  lists: dynamoDossierLists(services.table),
  applicants: dynamoApplicants(services.table),
  ...openMaking(environment.FORMS_BUCKET, fonts),
};

/** Forms of dossiers: which there are, each as a file, and the register of a unit. */
export const handler = httpFunction(
  [
    route(formOperations.listForms, call => listForms(deps, call)),
    route(formOperations.getForm, call => getForm(deps, call)),
    route(formOperations.getRegister, call => getRegister(deps, call)),
    route(formOperations.getArchivePaper, call => getArchivePaper(deps, call)),
  ],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
