import { absenceOperations } from '../../../../../schemas/api/operations/absences.ts';
import { authorizationOperations } from '../../../../../schemas/api/operations/authorizations.ts';
import { organizationOperations } from '../../../../../schemas/api/operations/organization.ts';
import { selfOperations } from '../../../../../schemas/api/operations/self.ts';
import { successionOperations } from '../../../../../schemas/api/operations/succession.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { timeLimit } from '../../../../kernel/lambda/time-limit.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringMaker } from '../../../../records/keyring/keyring.ts';
import { dynamoAbsenceStore } from '../../../../records/organization/absence-store.ts';
import { dynamoAuthorizationStore } from '../../../../records/organization/authorization-store.ts';
import { openUnitWork } from '../../../../records/organization/open-unit-work.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { dynamoProposedChangeStore } from '../../../../records/proposed-changes/proposed-change-store.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { handOverNow } from '../../../../records/succession/hand-over-now.ts';
import { openSuccession } from '../../../../records/succession/open-succession.ts';
import { endAbsence, listAbsences, recordAbsence } from '../../absences.ts';
import { endAuthorization, listAuthorizations, recordAuthorization } from '../../authorizations.ts';
import type { OrganizationDeps } from '../../deps.ts';
import { getSelf } from '../../get-self.ts';
import { listOfficers } from '../../list-officers.ts';
import { getOrganization, publishOrganization } from '../../publish-units.ts';
import { recordOfficers } from '../../record-officers.ts';
import { transferDossiers } from '../../transfer-dossiers.ts';

const logger = functionLogger();
const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME, keyringMaker);
const { table, organization, keyring } = services;
const succession = openSuccession(services, runtimeNow);

/** Milliseconds of one request spent on dossiers, one by one: well below API Gateway's timeout. */
const HANDING_OVER = 15_000;

const proposedChanges = dynamoProposedChangeStore(table);
const transfers = {
  ...succession,
  keyring,
  proposedChanges,
  timer: timeLimit(runtimeNow, HANDING_OVER),
};
const deps: OrganizationDeps = {
  organization,
  proposedChanges,
  keyring,
  workOf: openUnitWork(services),
  moveEnded: handOverNow(succession, logger, HANDING_OVER),
};
const signing = { organization, authorizations: dynamoAuthorizationStore(table) };
const presence = { organization, absences: dynamoAbsenceStore(table) };
const once = { ...deps, journal: dynamoRequestJournal(table) };

/** Units and officers of the province. */
export const handler = httpFunction(
  [
    route(organizationOperations.getOrganization, () => getOrganization(deps)),
    route(selfOperations.getSelf, call => getSelf(deps, call)),
    route(
      organizationOperations.publishOrganization,
      journaled(once, (call, attempt) => publishOrganization(deps, call, attempt)),
    ),
    route(
      successionOperations.transferDossiers,
      journaled(once, (call, attempt) => transferDossiers(transfers, call, attempt)),
    ),
    route(absenceOperations.listAbsences, call => listAbsences(presence, call)),
    route(
      absenceOperations.recordAbsence,
      journaled(once, (call, attempt) => recordAbsence(presence, call, attempt)),
    ),
    route(
      absenceOperations.endAbsence,
      journaled(once, (call, attempt) => endAbsence(presence, call, attempt)),
    ),
    route(authorizationOperations.listAuthorizations, call => listAuthorizations(signing, call)),
    route(
      authorizationOperations.recordAuthorization,
      journaled(once, (call, attempt) => recordAuthorization(signing, call, attempt)),
    ),
    route(
      authorizationOperations.endAuthorization,
      journaled(once, (call, attempt) => endAuthorization(signing, call, attempt)),
    ),
    route(organizationOperations.listOfficers, call => listOfficers(deps, call)),
    route(
      organizationOperations.recordOfficers,
      journaled(once, call => recordOfficers(deps, call)),
    ),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow, complete: unitStanding(organization) },
);
