import { Metrics } from '@aws-lambda-powertools/metrics';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { failedMessages } from '../../../../kernel/queue/each-message.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { FEED_CONSUMER } from '../../../../records/change-feed/change-feed.ts';
import { dynamoChangeFeed } from '../../../../records/change-feed/dynamo-change-feed.ts';
import { dynamoCursorStore } from '../../../../records/consumers/dynamo-cursor-store.ts';
import { batchedNudges } from '../../../../records/consumers/take-nudges.ts';
import { dynamoDossierStore } from '../../../../records/dossiers/dynamo-dossier-store.ts';
import { dynamoPartyStore } from '../../../../records/parties/dynamo-party-store.ts';
import { partyWatch } from '../../../../records/parties/party-watch.ts';
import { endWatch } from '../../../../records/parties/tell-metrics.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { eventSourceEnvironment } from '../../event-source.ts';
import { feedChanges } from '../../feed-changes.ts';

const environment = readEnvironment(tableEnvironment.extend(eventSourceEnvironment.shape));
const table = openTable(environment.TABLE_NAME);
const parties = dynamoPartyStore(table);
const deps = {
  dossiers: dynamoDossierStore(table),
  cursors: dynamoCursorStore(table),
  feed: dynamoChangeFeed(table, runtimeNow),
  now: runtimeNow,
  source: environment.AGENCY,
};
const logger = functionLogger();
const metrics = new Metrics({ namespace: 'motcua' });

/** Adds events to their portals' change feeds. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { nudges, unreadable } = batchedNudges(event);
  const watch = partyWatch(parties, runtimeNow);
  await feedChanges(
    { ...deps, watch },
    nudges.map(each => each.nudge),
  );
  await endWatch(watch, metrics, FEED_CONSUMER);
  logger.info('CHANGES_FED', { dossiers: nudges.length, unreadable: unreadable.length });
  return failedMessages(unreadable);
}
