import { interestOperations } from '../../../../../schemas/api/operations/interests.ts';
import { resultChangeOperations } from '../../../../../schemas/api/operations/result-changes.ts';
import { returnOperations } from '../../../../../schemas/api/operations/returns.ts';
import { taskOperations } from '../../../../../schemas/api/operations/tasks.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoAccessRecords } from '../../../../records/audit-log/dynamo-access-records.ts';
import { dynamoApplicantNames } from '../../../../records/lists/applicant-names.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { dynamoWorkList } from '../../../../records/lists/work-list.ts';
import { dynamoAbsenceStore } from '../../../../records/organization/absence-store.ts';
import { dynamoAuthorizationStore } from '../../../../records/organization/authorization-store.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { readSignatureSettings } from '../../../../records/signature-settings.ts';
import { openWorkingServices } from '../../../../records/working-services.ts';
import { countTasks } from '../../count-tasks.ts';
import { decideTask } from '../../decide-task.ts';
import type { TaskDeps } from '../../deps.ts';
import { getTask } from '../../get-task.ts';
import { listTasks } from '../../list-tasks.ts';
import { aheadOfDecision, aheadOfTask } from '../../read-ahead.ts';

const logger = functionLogger();
const services = openWorkingServices(logger);
const signatures = readSignatureSettings(new URL('./signatures.json', import.meta.url));
const deps: TaskDeps = {
  ...services,
  signatures: () => signatures,
  workList: dynamoWorkList(services.table),
  lists: dynamoDossierLists(services.table),
  names: dynamoApplicantNames(services.table),
  absences: dynamoAbsenceStore(services.table),
  authorizations: dynamoAuthorizationStore(services.table),
  accessRecords: dynamoAccessRecords(services.table),
};

/** Officers' work lists and decisions; what is rarely asked for is loaded when it is. */
export const handler = httpFunction(
  [
    route(taskOperations.listTasks, call => listTasks(deps, call)),
    route(taskOperations.countTasks, call => countTasks(deps, call)),
    route(taskOperations.getTask, call => getTask(deps, call), aheadOfTask(services.table)),
    route(taskOperations.decideTask, call => decideTask(deps, call), aheadOfDecision(services.table)),
    route(interestOperations.declareInterest, async call =>
      (await import('../../declare-interest.ts')).declareInterest(deps, call),
    ),
    route(returnOperations.recallResult, async call =>
      (await import('../../return-again.ts')).recallResult(deps, call),
    ),
    route(returnOperations.returnAgain, async call =>
      (await import('../../return-again.ts')).returnAgain(deps, call),
    ),
    route(resultChangeOperations.proposeResultChange, async call =>
      (await import('../../propose-result-change.ts')).proposeResultChange(deps, call),
    ),
    route(taskOperations.assignTask, async call =>
      (await import('../../assign-task.ts')).assignTask(deps, call),
    ),
  ],
  { logger, now: runtimeNow, authorize: demandAnyhow, complete: unitStanding(services.organization) },
);
