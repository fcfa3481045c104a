import * as z from 'zod';
import type { Place } from '../host/place.ts';
import { md5, md5OfAttributes, type StoredMessage } from './message.ts';
import * as errors from './sqs-error.ts';

/** What a request to receive asks for. */
export const Received = z.looseObject({
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.int().min(0).max(20).optional(),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  MessageAttributeNames: z.array(z.string()).default([]),
});
export type Received = z.infer<typeof Received>;

/** A receipt handle holds the message id and which receipt it was. */
export function receiptHandle(message: StoredMessage): string {
  return Buffer.from(`${message.id} ${message.receiveCount}`).toString('base64');
}

/** The message that a receipt handle is of. */
export function messageIdIn(handle: string): string {
  const [, id] = /^([0-9a-f-]{36}) \d+$/.exec(Buffer.from(handle, 'base64').toString()) ?? [];
  if (id === undefined) throw errors.invalidHandle(handle);
  return id;
}

/** The attributes SQS keeps of a message, as text. */
export function systemAttributes(message: StoredMessage, place: Place): Record<string, string> {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: place.accountId,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    ...(message.deadLetterSourceArn === undefined
      ? {}
      : { DeadLetterQueueSourceArn: message.deadLetterSourceArn }),
    ...(message.traceHeader === undefined ? {} : { AWSTraceHeader: message.traceHeader }),
  };
}

/** A message as it is answered with what was asked for. */
export function wireMessage(message: StoredMessage, asked: Received, place: Place) {
  const systemNames = [...asked.AttributeNames, ...asked.MessageSystemAttributeNames];
  const system = Object.entries(systemAttributes(message, place)).filter(
    ([name]) => systemNames.includes('All') || systemNames.includes(name),
  );
  const wanted = (name: string) =>
    asked.MessageAttributeNames.some(
      asking =>
        asking === 'All' ||
        asking === '.*' ||
        asking === name ||
        (asking.endsWith('.*') && name.startsWith(asking.slice(0, -1))),
    );
  const attributes = Object.fromEntries(Object.entries(message.attributes).filter(([name]) => wanted(name)));
  const attributesDigest = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle(message),
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
    ...(attributesDigest && { MessageAttributes: attributes, MD5OfMessageAttributes: attributesDigest }),
  };
}
