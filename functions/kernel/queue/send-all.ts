import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { AGAIN, briefly, type Pauses, realPauses, retry } from '../retry/retry.ts';

/** Most messages per request. */
const BATCH = 10;

/** Sends all bodies as JSON: what a batch rejects is retried, and finally an error is thrown. */
export async function sendAll(
  client: Pick<SQSClient, 'send'>,
  queueUrl: string,
  bodies: readonly unknown[],
  pauses: Pauses = realPauses,
): Promise<void> {
  for (let start = 0; start < bodies.length; start += BATCH)
    await sendBatch(client, queueUrl, bodies.slice(start, start + BATCH), pauses);
}

async function sendBatch(
  client: Pick<SQSClient, 'send'>,
  queueUrl: string,
  bodies: readonly unknown[],
  pauses: Pauses,
): Promise<void> {
  let left = bodies.map((body, index) => ({ Id: String(index), MessageBody: JSON.stringify(body) }));
  const sent = await retry(
    async () => {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: left }),
      );
      const failed = new Set(Failed.map(({ Id }) => Id));
      left = left.filter(({ Id }) => failed.has(Id));
      return left.length > 0 ? AGAIN : undefined;
    },
    briefly,
    pauses,
  );
  if (sent === AGAIN) throw new Error(`${left.length} message(s) were not taken by the queue`);
}
