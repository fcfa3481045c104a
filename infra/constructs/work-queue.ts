import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FeatureQueue, PartName } from '../../functions/kernel/feature.ts';
import { placeOf } from './construct-names.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';

/** A queue as a manifest asks for it, with its dead letters beside it. */
export function workQueue(stack: Construct, name: PartName, wanted: FeatureQueue, alarmTopic: ITopic): Queue {
  const { scope, id } = placeOf(stack, name);
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(wanted.hiddenSeconds),
    deadLetterQueue: {
      queue: new DeadLetterQueue(scope, 'DeadLetters', { alarmTopic, of: wanted.of }),
      maxReceiveCount: wanted.tries,
    },
  });
}
