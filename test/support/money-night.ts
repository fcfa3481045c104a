import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { settleAtNight } from '../../functions/features/settling/settle-at-night.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import { keptPayments } from '../../functions/records/money/payment-store.ts';
import { keptReconciliations } from '../../functions/records/money/reconciliation-store.ts';
import { keptStatements } from '../../functions/records/money/statement-store.ts';
import type { RunningHost } from '../../local/host/boot.ts';
import { anchorNames } from './anchors/host-anchors.ts';

/**
 * Compares the day as the night does, some minutes ahead, for tests whose clock stands still; no gateway gives a
 * list.
 */
export async function nightNow(host: RunningHost) {
  const options = { region: 'ap-southeast-1', endpoint: host.awsUrl, credentials: host.credentials };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(options));
  const items = dynamoItems({ client, name: anchorNames(host).table });
  const deps = {
    payments: keptPayments(items),
    statements: keptStatements(items),
    reconciliations: keptReconciliations(items),
    timer: () => () => true,
    platform: undefined,
    missed: () => undefined,
  };
  const night = await settleAtNight(deps, host.clock.now() + 6 * 60_000);
  client.destroy();
  return night;
}
