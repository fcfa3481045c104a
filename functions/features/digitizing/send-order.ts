import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { DigitizingOrder } from '../../../schemas/stored/digitization.ts';

export const digitizingQueueEnvironment = z.object({ DIGITIZING_QUEUE_URL: z.url() });

/** Orders the next pages of a file: its id only, so that queues contain no personal data. */
export function orderSender(client: SQSClient, QueueUrl: string): (file: string) => Promise<void> {
  return async file => {
    const order: DigitizingOrder = { file };
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(order) }));
  };
}
