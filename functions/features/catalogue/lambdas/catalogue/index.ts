import { catalogueOperations } from '../../../../../schemas/api/operations/catalogue.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoCatalogueStore } from '../../../../records/catalogue/catalogue-store.ts';
import { procedureNames } from '../../../../records/catalogue/procedure-names.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringMaker } from '../../../../records/keyring/keyring.ts';
import { dynamoOpenCount } from '../../../../records/lists/dossier-counts.ts';
import { dynamoOrganizationStore } from '../../../../records/organization/organization-store.ts';
import { dynamoProposedChangeStore } from '../../../../records/proposed-changes/proposed-change-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { applyWorkflowTemplate } from '../../apply-workflow-template.ts';
import type { CatalogueDeps } from '../../deps.ts';
import { importProcedures } from '../../import-procedures.ts';
import { publishWorkflow } from '../../publish-workflow.ts';
import { getProcedure, getWorkflow, listProcedures, listReliefs } from '../../read-catalogue.ts';
import { setProcedureState } from '../../set-procedure-state.ts';

const table = openTable(readEnvironment(tableEnvironment).TABLE_NAME);
const catalogue = dynamoCatalogueStore(table);
const names = procedureNames(catalogue, { keptFor: 60_000, now: runtimeNow });
const deps: CatalogueDeps = {
  catalogue: {
    ...catalogue,
    saveProcedure: (...change) => catalogue.saveProcedure(...change).finally(names.forget),
  },
  names,
  organization: dynamoOrganizationStore(table),
  proposedChanges: dynamoProposedChangeStore(table),
  countOpen: dynamoOpenCount(table),
  keyring: keyringMaker(table),
};
const once = { ...deps, journal: dynamoRequestJournal(table) };

/** The catalogue of procedures and workflows. */
export const handler = httpFunction(
  [
    route(catalogueOperations.listProcedures, call => listProcedures(deps, call)),
    route(catalogueOperations.getProcedure, call => getProcedure(deps, call)),
    route(catalogueOperations.listReliefs, call => listReliefs(deps, call)),
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
      journaled(once, (call, attempt) => applyWorkflowTemplate(deps, call, attempt)),
    ),
    route(
      catalogueOperations.setProcedureState,
      journaled(once, (call, attempt) => setProcedureState(deps, call, attempt)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
