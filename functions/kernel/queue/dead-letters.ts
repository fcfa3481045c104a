import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { sendAll } from './send-all.ts';

/** Messages received per request. */
const BATCH = 10;
/** Messages redriven in one call, so that a request stays short. */
const AT_ONCE = 200;
/** Seconds a message stays hidden from others while it is only inspected. */
const GLANCE = 1;
/** Seconds a redriven message stays hidden, until it is deleted. */
const IN_HAND = 60;

/** A dead letter. */
export interface DeadLetter {
  readonly body: string;
  readonly sentAt: number;
}

type Client = Pick<SQSClient, 'send'>;

async function receive(client: Client, queueUrl: string, hidden: number): Promise<readonly Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: BATCH,
      VisibilityTimeout: hidden,
      WaitTimeSeconds: 0,
      MessageSystemAttributeNames: ['SentTimestamp'],
    }),
  );
  return Messages;
}

/** How many messages a queue holds, approximately, and some of them; they stay in the queue. */
export async function peekDeadLetters(
  client: Client,
  queueUrl: string,
): Promise<{ readonly count: number; readonly letters: readonly DeadLetter[] }> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const messages = await receive(client, queueUrl, GLANCE);
  return {
    count:
      Number(Attributes['ApproximateNumberOfMessages'] ?? 0) +
      Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
    letters: messages.map(({ Body = '', Attributes: facts }) => ({
      body: Body,
      sentAt: Number(facts?.SentTimestamp ?? 0),
    })),
  };
}

/**
 * Redrives dead letters to their queue and deletes each once it was accepted there: if interrupted, some arrive twice
 * and none is lost.
 */
export async function redriveDeadLetters(
  client: Client,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly moved: number; readonly more: boolean }> {
  let moved = 0;
  while (moved < AT_ONCE) {
    const messages = await receive(client, from, IN_HAND);
    if (messages.length === 0) return { moved, more: false };
    await sendAll(
      client,
      to,
      messages.map(({ Body = '{}' }): unknown => JSON.parse(Body)),
    );
    await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: from,
        Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    );
    moved += messages.length;
  }
  return { moved, more: true };
}
