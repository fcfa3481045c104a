import { catalogueOperations } from '../../schemas/api/operations/catalogue.ts';
import { dynamoCatalogueStore } from '../platform/catalogue/catalogue-store.ts';
import { procedureNames } from '../platform/catalogue/procedure-names.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoOrganisationStore } from '../platform/organisation/organisation-store.ts';
import { keyringOpener } from '../platform/secrets/keyring.ts';
import { tableEnvironment } from '../platform/services.ts';
import { openTable } from '../platform/table/table.ts';
import { applyWorkflowTemplate } from './apply-workflow-template.ts';
import type { CatalogueDeps } from './deps.ts';
import { importProcedures } from './import-procedures.ts';
import { publishWorkflow } from './publish-workflow.ts';
import { getProcedure, getWorkflow, listProcedures } from './read-catalogue.ts';
import { setProcedureState } from './set-procedure-state.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const catalogue = dynamoCatalogueStore(table);
const names = procedureNames(catalogue, { keptFor: 60_000, now: runtimeNow });
const deps: CatalogueDeps = {
  catalogue: {
    ...catalogue,
    saveProcedure: (...change) => catalogue.saveProcedure(...change).finally(names.forget),
  },
  names,
  organisation: dynamoOrganisationStore(table),
  keyring: keyringOpener(table),
};
const once = { ...deps, journal: dynamoRequestJournal(table) };

/** The catalogue of procedures and workflows. */
export const handler = httpFunction(
  [
    route(catalogueOperations.listProcedures, call => listProcedures(deps, call)),
    route(catalogueOperations.getProcedure, call => getProcedure(deps, call)),
    route(catalogueOperations.getWorkflow, call => getWorkflow(deps, call)),
    route(
      catalogueOperations.importProcedures,
      journaled(once, call => importProcedures(deps, call)),
    ),
    route(
      catalogueOperations.publishWorkflow,
      journaled(once, (call, attempt) => publishWorkflow(deps, call, attempt)),
    ),
    route(
      catalogueOperations.applyWorkflowTemplate,
      journaled(once, call => applyWorkflowTemplate(deps, call)),
    ),
    route(
      catalogueOperations.setProcedureState,
      journaled(once, (call, attempt) => setProcedureState(deps, call, attempt)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow },
);
