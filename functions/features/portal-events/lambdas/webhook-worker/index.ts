import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { httpsWebhookChannel } from '../../../../connectors/webhooks/webhook-channel.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { failedMessages } from '../../../../kernel/queue/each-message.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { batchedNudges } from '../../../../records/consumers/take-nudges.ts';
import { dynamoDossierStore } from '../../../../records/dossiers/dynamo-dossier-store.ts';
import { dynamoPartyStore } from '../../../../records/parties/dynamo-party-store.ts';
import { partyWatch } from '../../../../records/parties/party-watch.ts';
import { endWatch } from '../../../../records/parties/tell-metrics.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { dynamoSubscriptionStore } from '../../../../records/subscriptions/dynamo-subscription-store.ts';
import { eventSourceEnvironment } from '../../event-source.ts';
import { tellPortals } from '../../tell-portals.ts';
import { trustedHostsEnvironment } from '../../trusted-hosts.ts';

const environment = readEnvironment(
  tableEnvironment.extend(trustedHostsEnvironment.shape).extend(eventSourceEnvironment.shape),
);
const table = openTable(environment.TABLE_NAME);
const parties = dynamoPartyStore(table);
const logger = functionLogger();
const metrics = new Metrics({ namespace: 'motcua' });
const deps = {
  dossiers: dynamoDossierStore(table),
  cursors: dynamoCursorStore(table),
  subscriptions: dynamoSubscriptionStore(table),
  channel: httpsWebhookChannel({ trustedHosts: environment.WEBHOOK_TRUSTED_HOSTS, now: runtimeNow }),
  source: environment.AGENCY,
  now: runtimeNow,
  chance: Math.random,
  fault: (place: { consumer: string; dossier: string }, error: unknown) =>
    logger.error('WEBHOOK_FAULT', { ...place, error: errorFacts(error) }),
};

/** Time for one message and its records, in milliseconds: with less left, no new one is started. */
const ENOUGH = 15_000;

/** Sends portals the events of their dossiers. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const { nudges, unreadable } = batchedNudges(event);
  const watch = partyWatch(parties, runtimeNow);
  const { outcomes, failed } = await tellPortals(
    { ...deps, watch, nearlyOver: () => context.getRemainingTimeInMillis() < ENOUGH },
    nudges,
  );
  await endWatch(watch, metrics, 'webhook');
  logger.info('PORTALS_TOLD', { dossiers: nudges.length, ...outcomes });
  return failedMessages([...unreadable, ...failed]);
}
