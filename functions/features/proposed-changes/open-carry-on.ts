import type { Logger } from '@aws-lambda-powertools/logger';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { openMachine } from '../../records/executions/open-machine.ts';
import { dynamoWorkList } from '../../records/lists/work-list.ts';
import { dynamoProposedChangeStore } from '../../records/proposed-changes/proposed-change-store.ts';
import { openDossierServices } from '../../records/services.ts';
import { openSuccession } from '../../records/succession/open-succession.ts';
import type { CarryOnDeps } from './deps.ts';

/** What carries confirmed changes on, over the table. */
export function openCarryOn(
  environment: { readonly TABLE_NAME: string; readonly STATE_MACHINE_ARN: string },
  logger: Logger,
) {
  const services = openDossierServices(environment.TABLE_NAME);
  const { table, dossiers, rules, organization, workCalendars, catalogue } = services;
  const carrying: CarryOnDeps = {
    dossiers,
    rules,
    catalogue,
    organization,
    workCalendars,
    workList: dynamoWorkList(table),
    backlog: openSuccession(services, runtimeNow).backlog,
    proposedChanges: dynamoProposedChangeStore(table),
    nudge: openMachine(table, environment.STATE_MACHINE_ARN, logger).nudge,
    clock: runtimeNow,
    logger,
  };
  return { services, carrying };
}
