import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';

/** How often an export is tried before its order waits in the dead letters and its record says that it was lost. */
export const EXPORT_TRIES = 3;

/** Seconds one run may take. Three tries, each hidden for six times as long as AWS asks, are over within the two hours after which an export counts as lost. */
export const EXPORT_SECONDS = 300;

/**
 * MiB of the function that makes them: what AWS gives one whole processor for. It was measured to use less than 200 of them (`npm run bench:exports`); but
 * with 256 it would get a seventh of a processor, and 100,000 rows would take minutes.
 */
export const EXPORT_MEMORY = 1769;

/** Exports made at the same time, so that they leave the table to those who work. */
const AT_ONCE = 2;

/** The orders of exports: queue, dead letters, and the function that makes them one at a time. */
export class ExportWork extends Construct {
  readonly orders: Queue;

  constructor(scope: Construct, id: string, props: { alarmTopic: ITopic }) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarmTopic: props.alarmTopic,
      of: 'the making of exports',
    });
    this.orders = new Queue(this, 'Orders', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(6 * EXPORT_SECONDS),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: EXPORT_TRIES },
    });
  }

  /** Gives the orders to the function that makes them. */
  feed(worker: LambdaFunction): void {
    worker.addEventSource(
      new SqsEventSource(this.orders, {
        batchSize: 1,
        maxConcurrency: AT_ONCE,
        reportBatchItemFailures: true,
      }),
    );
  }
}
