import type { SQSBatchResponse } from 'aws-lambda';

/** What became of the messages of a batch: what each of those that went well gave, and which are to be handed over again. */
export interface Handled<R> {
  readonly done: readonly R[];
  readonly failed: readonly string[];
}

/**
 * Works on the messages of a batch, one after the other. One that fails is named and told of, and does not keep the others from being
 * done: the queue hands it over again, and at last keeps it in its dead letters.
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

/** What the queue is told: the messages to be handed over again. */
export function failedMessages(messages: readonly string[]): SQSBatchResponse {
  return { batchItemFailures: messages.map(itemIdentifier => ({ itemIdentifier })) };
}
