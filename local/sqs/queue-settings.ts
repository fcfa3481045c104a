import * as z from 'zod';
import { HostError } from '../host/host-error.ts';
import type { QueueSettings } from './queue.ts';

const Redrive = z.looseObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() });

/** Queue attributes, as a template's properties or as the attributes of CreateQueue (where all values are text). */
const QueueAttributes = z.looseObject({
  VisibilityTimeout: z.coerce.number().default(30),
  DelaySeconds: z.coerce.number().default(0),
  MessageRetentionPeriod: z.coerce.number().default(345_600),
  ReceiveMessageWaitTimeSeconds: z.coerce.number().default(0),
  MaximumMessageSize: z.coerce.number().default(1_048_576),
  RedrivePolicy: z.union([Redrive, z.string().transform(text => Redrive.parse(JSON.parse(text)))]).optional(),
  FifoQueue: z.union([z.boolean(), z.string()]).optional(),
});

/** Throws a HostError on a queue that the host cannot be. */
export function queueSettings(
  name: string,
  arn: string,
  attributes: Readonly<Record<string, unknown>>,
): QueueSettings {
  const parsed = QueueAttributes.safeParse(attributes);
  if (!parsed.success)
    throw new HostError(
      `The queue ${name} has attributes the host cannot read: ${z.prettifyError(parsed.error)}.`,
    );
  const {
    VisibilityTimeout,
    DelaySeconds,
    MessageRetentionPeriod,
    ReceiveMessageWaitTimeSeconds,
    MaximumMessageSize,
    RedrivePolicy,
    FifoQueue,
  } = parsed.data;
  if (String(FifoQueue ?? false) === 'true' || name.endsWith('.fifo'))
    throw new HostError(`The queue ${name} is a FIFO queue, which the embedded host does not support.`);
  return {
    name,
    arn,
    visibilityTimeout: VisibilityTimeout,
    delaySeconds: DelaySeconds,
    retentionSeconds: MessageRetentionPeriod,
    waitSeconds: ReceiveMessageWaitTimeSeconds,
    longestMessage: MaximumMessageSize,
    redrive: RedrivePolicy && {
      deadLetterArn: RedrivePolicy.deadLetterTargetArn,
      maxReceiveCount: RedrivePolicy.maxReceiveCount,
    },
  };
}
