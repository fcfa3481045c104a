import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../../../kernel/lambda/when-needed.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { consumerQueues, consumerQueuesEnvironment } from '../../../../records/consumers/consumer-queues.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { registeredResult } from '../../../../records/dossiers/registered-result.ts';
import { openMachine } from '../../../../records/executions/open-machine.ts';
import { recoverExecution } from '../../../../records/executions/recover-execution.ts';
import { runningExecutions } from '../../../../records/executions/running-executions.ts';
import { openStepFunctionsClient } from '../../../../records/executions/step-functions.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { unitsAt } from '../../../../records/organization/units-at.ts';
import { openDossierWalk } from '../../../../records/projections/dossier-walk.ts';
import { reconciliationStore } from '../../../../records/reconciliation/reconciliation-store.ts';
import {
  machineEnvironment,
  openDossierServices,
  resultsEnvironment,
  tableEnvironment,
} from '../../../../records/services.ts';
import { dynamoSubscriptionStore } from '../../../../records/subscriptions/dynamo-subscription-store.ts';
import { comparedProjections } from '../../compared-projections.ts';
import { runComparison } from '../../run-comparison.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(machineEnvironment.shape)
    .extend(consumerQueuesEnvironment.shape)
    .extend(resultsEnvironment.shape),
);
const logger = functionLogger();
const metrics = new Metrics({ namespace: 'motcua' });
const { dossiers, table, keyring, organization } = openDossierServices(environment.TABLE_NAME);
const items = dynamoItems(table);
const machine = { ...openMachine(table, environment.STATE_MACHINE_ARN, logger), dossiers, now: runtimeNow };
const lists = dynamoDossierLists(table);
/** The bucket's client is loaded with the first result that is compared. */
const files = whenNeeded(async () => {
  const { openStoredFiles } = await import('../../../../records/dossiers/stored-files.ts');
  return openStoredFiles({ issued: environment.ISSUED_BUCKET, former: environment.RESULTS_BUCKET });
});
const queueOf = consumerQueues(new SQSClient({}), environment.CONSUMER_QUEUES);
const deps = {
  ...machine,
  ...openDossierWalk({ items, organization, lists }, runtimeNow),
  store: reconciliationStore(items),
  cursors: dynamoCursorStore(table),
  subscriptions: dynamoSubscriptionStore(table),
  running: runningExecutions(openStepFunctionsClient(), environment.STATE_MACHINE_ARN),
  recover: (execution: { name: string; status: string }) => recoverExecution(machine, execution),
  projections: comparedProjections(items, keyring),
  unitsAt: (at: number) => unitsAt(organization, at),
  results: {
    find: (number: string) => registeredResult(items, number),
    files: { read: async (key: string) => (await files()).read(key) },
  },
  async nudge(consumer: string, nudge: { dossier: string; reached: number }) {
    const queue = queueOf(consumer);
    if (!queue) throw new TypeError(`the consumer ${consumer} has no queue`);
    await queue.nudge([nudge]);
  },
};

/** Time for a slice, in milliseconds. */
const ENOUGH = 40_000;

/** Every five minutes: continues the comparison of past days. */
export async function handler(_: unknown, context: Context): Promise<void> {
  const { looked, found, done } = await runComparison({
    ...deps,
    nearlyOver: () => context.getRemainingTimeInMillis() < ENOUGH,
  });
  if (looked === 0) return;
  const open = found.filter(({ state }) => state === 'open').length;
  metrics.addMetric('Compared', MetricUnit.Count, looked);
  metrics.addMetric('Findings', MetricUnit.Count, found.length);
  metrics.addMetric('OpenFindings', MetricUnit.Count, open);
  metrics.publishStoredMetrics();
  logger.info('COMPARED', { looked, found: found.length, open, done });
}
