import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { sendAll } from './send-all.ts';

/** Messages one request takes. */
const BATCH = 10;
/** Messages sent back at once, so that a request stays short. */
const AT_ONCE = 200;
/** Seconds a message that is only looked at stays hidden from others. */
const GLANCE = 1;
/** Seconds a message that is sent back stays hidden, until it is deleted. */
const IN_HAND = 60;

/** A message that was given up. */
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

/** How many messages a queue holds, as far as it knows, and some of them; they stay where they are. */
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

/** Sends dead letters back to their queue, each deleted once it is taken there: broken off, some come twice, none is lost. */
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
