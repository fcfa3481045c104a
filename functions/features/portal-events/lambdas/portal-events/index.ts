import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { portalEventOperations } from '../../../../../schemas/api/operations/portal-events.ts';
import { httpsWebhookChannel } from '../../../../connectors/webhooks/webhook-channel.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoChangeFeed } from '../../../../records/change-feed/dynamo-change-feed.ts';
import { dynamoPollSlots } from '../../../../records/change-feed/poll-slots.ts';
import { consumerQueues, consumerQueuesEnvironment } from '../../../../records/consumers/consumer-queues.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { keyringOpener } from '../../../../records/keyring/keyring.ts';
import { dynamoPartyStore } from '../../../../records/parties/dynamo-party-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { dynamoSubscriptionStore } from '../../../../records/subscriptions/dynamo-subscription-store.ts';
import { dynamoReplayStore } from '../../../../records/subscriptions/replay-store.ts';
import { createSubscription } from '../../create-subscription.ts';
import type { PortalEventsDeps } from '../../deps.ts';
import { endSubscription } from '../../end-subscription.ts';
import { eventSourceEnvironment } from '../../event-source.ts';
import { listChanges } from '../../list-changes.ts';
import { nudgeWebhooks } from '../../nudge-webhooks.ts';
import { pingSubscription } from '../../ping-subscription.ts';
import { getSubscription, listSubscriptions } from '../../read-subscriptions.ts';
import { replaySubscription } from '../../replay-subscription.ts';
import { resumeSubscription } from '../../resume-subscription.ts';
import { rotateSecret } from '../../rotate-secret.ts';
import { trustedHostsEnvironment } from '../../trusted-hosts.ts';

const environment = readEnvironment(
  tableEnvironment
    .extend(consumerQueuesEnvironment.shape)
    .extend(trustedHostsEnvironment.shape)
    .extend(eventSourceEnvironment.shape),
);
const table = openTable(environment.TABLE_NAME);
const keyring = keyringOpener(table);
const deps: PortalEventsDeps = {
  keyring,
  subscriptions: dynamoSubscriptionStore(table),
  parties: dynamoPartyStore(table),
  cursors: dynamoCursorStore(table),
  feed: dynamoChangeFeed(table, runtimeNow),
  replays: dynamoReplayStore(table),
  slots: dynamoPollSlots(table),
  channel: httpsWebhookChannel({ trustedHosts: environment.WEBHOOK_TRUSTED_HOSTS, now: runtimeNow }),
  nudge: nudgeWebhooks(consumerQueues(new SQSClient({}), environment.CONSUMER_QUEUES)),
  randomBytes,
  now: runtimeNow,
  sleep,
  source: environment.AGENCY,
};
const once = { keyring, journal: dynamoRequestJournal(table) };
const {
  listSubscriptions: list,
  getSubscription: get,
  listChanges: changes,
  ...changing
} = portalEventOperations;

/** Portals' requests about events: subscriptions, and the change feed. */
export const handler = httpFunction(
  [
    route(list, call => listSubscriptions(deps, call)),
    route(get, call => getSubscription(deps, call)),
    route(changes, call => listChanges(deps, call)),
    route(
      changing.createSubscription,
      journaled(once, (call, attempt) => createSubscription(deps, call, attempt)),
    ),
    route(
      changing.rotateSecret,
      journaled(once, call => rotateSecret(deps, call)),
    ),
    route(
      changing.pingSubscription,
      journaled(once, (call, attempt) => pingSubscription(deps, call, attempt)),
    ),
    route(
      changing.replaySubscription,
      journaled(once, call => replaySubscription(deps, call)),
    ),
    route(
      changing.resumeSubscription,
      journaled(once, call => resumeSubscription(deps, call)),
    ),
    route(
      changing.endSubscription,
      journaled(once, call => endSubscription(deps, call)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
