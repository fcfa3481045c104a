import { SQSClient } from '@aws-sdk/client-sqs';
import { connectionOperations } from '../../../../../schemas/api/operations/connections.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import {
  consumerQueues,
  consumerQueuesEnvironment,
  deadLettersEnvironment,
} from '../../../../records/consumers/consumer-queues.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringOpener } from '../../../../records/keyring/keyring.ts';
import { dynamoPartyStore } from '../../../../records/parties/dynamo-party-store.ts';
import { reconciliationStore } from '../../../../records/reconciliation/reconciliation-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { getDeadLetters, redriveConnection } from '../../dead-letters.ts';
import type { ConnectionDeps } from '../../deps.ts';
import { listConnections } from '../../list-connections.ts';
import { listFindings } from '../../list-findings.ts';
import { listWaiting } from '../../list-waiting.ts';

const environment = readEnvironment(
  tableEnvironment.extend(consumerQueuesEnvironment.shape).extend(deadLettersEnvironment.shape),
);
const table = openTable(environment.TABLE_NAME);
const keyring = keyringOpener(table);
const deps: ConnectionDeps = {
  keyring,
  parties: dynamoPartyStore(table),
  cursors: dynamoCursorStore(table),
  reconciliation: reconciliationStore(dynamoItems(table)),
  queueOf: consumerQueues(new SQSClient({}), environment.CONSUMER_QUEUES, environment.CONSUMER_DEAD_LETTERS),
};
const once = { keyring, journal: dynamoRequestJournal(table) };

/** Operators' view of connections to outside parties, and the retries they request. */
export const handler = httpFunction(
  [
    route(connectionOperations.listConnections, call => listConnections(deps, call)),
    route(connectionOperations.listWaiting, call => listWaiting(deps, call)),
    route(connectionOperations.listFindings, call => listFindings(deps, call)),
    route(connectionOperations.getDeadLetters, call => getDeadLetters(deps, call)),
    route(
      connectionOperations.redriveConnection,
      journaled(once, call => redriveConnection(deps, call)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
