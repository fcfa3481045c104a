import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Most messages of one request. */
const BATCH = 10;
/** How often messages of a batch that were not taken are sent again. */
const ATTEMPTS = 4;

/** Sends bodies as JSON, all of them: what a batch did not take is sent again, and at last refused with an error. */
export async function sendAll(
  client: Pick<SQSClient, 'send'>,
  queueUrl: string,
  bodies: readonly unknown[],
): Promise<void> {
  for (let start = 0; start < bodies.length; start += BATCH) {
    let left = bodies
      .slice(start, start + BATCH)
      .map((body, index) => ({ Id: String(index), MessageBody: JSON.stringify(body) }));
    for (let attempt = 1; left.length > 0; attempt++) {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: left }),
      );
      const failed = new Set(Failed.map(({ Id }) => Id));
      left = left.filter(({ Id }) => failed.has(Id));
      if (left.length > 0 && attempt === ATTEMPTS)
        throw new Error(`${left.length} message(s) were not taken by the queue`);
    }
  }
}
