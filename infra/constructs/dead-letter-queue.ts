import { Duration, Validations } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarmOn } from './alarm-on.ts';

/** A dead-letter queue: messages are kept for two weeks, and the first one raises an alarm. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: { alarmTopic: ITopic; of: string }) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue itself.',
    });
    alarmOn(this, 'Alarm', {
      description: `Messages of ${props.of} could not be handled and wait in the dead letters: see docs/operations.md.`,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      atLeast: 1,
      topic: props.alarmTopic,
    });
  }
}
