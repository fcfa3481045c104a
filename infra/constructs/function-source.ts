import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { StreamSource } from '../../functions/kernel/feature.ts';
import { PRIMARY_KEY } from '../../functions/records/keys/table-design.ts';
import type { PlannedSource } from '../manifests/plan.ts';
import type { Deployment } from '../stacks/deployment.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { HouseFunction } from './house-function.ts';
import { grantStream, streamArnOf } from './record-grants.ts';

/** Feeds a function from a queue, or with new items of the table. */
export function feed(fn: HouseFunction, { from }: PlannedSource, deployment: Deployment): void {
  if ('newItems' in from) {
    feedNewItems(fn, from, deployment);
    return;
  }
  fn.addEventSource(
    new SqsEventSource(deployment.queue(from.queue), {
      batchSize: from.batch,
      ...(from.atOnce !== undefined && { maxConcurrency: from.atOnce }),
      reportBatchItemFailures: true,
    }),
  );
}

/**
 * Not by CDK's event source, which would grant listing all streams. Starts at the oldest record and retries for as
 * long as the stream keeps one: what keeps failing goes to a queue and is found again by the nightly comparison.
 */
function feedNewItems(fn: HouseFunction, from: StreamSource, deployment: Deployment): void {
  const { table, key } = deployment.records;
  grantStream(table, key, fn);
  new EventSourceMapping(fn, 'NewItems', {
    target: fn,
    eventSourceArn: streamArnOf(table),
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: from.batch,
    ...(from.windowSeconds !== undefined && { maxBatchingWindow: Duration.seconds(from.windowSeconds) }),
    ...(from.atOnce !== undefined && { parallelizationFactor: from.atOnce }),
    retryAttempts: from.retries,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(
      new DeadLetterQueue(fn, 'Lost', { alarmTopic: deployment.alarmTopic, of: from.of }),
    ),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { [PRIMARY_KEY.sort]: { S: FilterRule.beginsWith(from.newItems) } } },
      }),
    ],
  });
}
