import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';

export interface UploadCheckProps {
  readonly bucketName: string;
  readonly checker: IFunction;
  readonly alarmTopic: ITopic;
}

/** How often an arrival is tried before it waits in the dead letters. */
const TRIES = 5;

/** Each file that arrives is compared with its declaration: bucket, event bus, queue, function. */
export class UploadCheck extends Construct {
  constructor(scope: Construct, id: string, props: UploadCheckProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarmTopic: props.alarmTopic,
      of: 'the check of uploads',
    });
    const arrivals = new Queue(this, 'Arrivals', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(90),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: TRIES },
    });
    new Rule(this, 'Arrived', {
      description: 'A file was uploaded',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [props.bucketName] } },
      },
      targets: [new SqsQueue(arrivals)],
    });
    props.checker.addEventSource(
      new SqsEventSource(arrivals, { batchSize: 10, reportBatchItemFailures: true }),
    );
  }
}
