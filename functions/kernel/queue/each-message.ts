import type { SQSBatchResponse } from 'aws-lambda';

/** The outcome of a batch: the results of the messages that succeeded, and which messages to deliver again. */
export interface Handled<R> {
  readonly done: readonly R[];
  readonly failed: readonly string[];
}

/**
 * Processes the messages of a batch one after the other. A failing message is reported and does not stop the others:
 * the queue delivers it again and finally moves it to the dead-letter queue.
 */
export async function eachMessage<M extends { readonly messageId: string }, R>(
  messages: readonly M[],
  work: (message: M) => Promise<R>,
  tell: (messageId: string, error: unknown) => void,
): Promise<Handled<R>> {
  const done: R[] = [];
  const failed: string[] = [];
  for (const message of messages) {
    try {
      done.push(await work(message));
    } catch (error) {
      failed.push(message.messageId);
      tell(message.messageId, error);
    }
  }
  return { done, failed };
}

/** The answer to the queue: the messages to deliver again. */
export function failedMessages(messages: readonly string[]): SQSBatchResponse {
  return { batchItemFailures: messages.map(itemIdentifier => ({ itemIdentifier })) };
}
