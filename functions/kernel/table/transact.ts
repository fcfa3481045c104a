import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write of a transaction, with the name its failure is reported by. */
export interface NamedWrite {
  readonly name: string;
  readonly write: Write;
}

/** Whether a transaction was made, or which of its writes' conditions did not hold, and what was there instead. */
export type TransactOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly failed: string; readonly found: Record<string, unknown> | undefined };

/** Items of one transaction at the most. */
export const MOST_WRITES = 100;

/** How often a transaction is tried again that collided with another one on the same item. */
const ATTEMPTS = 8;

const pause = (attempt: number) =>
  new Promise<void>(resolve => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

/**
 * Makes all the writes or none. A condition that does not hold is an outcome, not an error; a collision with a transaction under
 * way is tried again, then refused as too busy.
 */
export async function transact(table: Table, writes: readonly NamedWrite[]): Promise<TransactOutcome> {
  for (let attempt = 0; ; attempt++) {
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: writes.map(({ write }) => write) }));
      return { done: true };
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const index = reasons.findIndex(reason => reason.Code === 'ConditionalCheckFailed');
      if (index >= 0) {
        // The document client leaves the items of cancellation reasons in their stored form.
        const item = reasons[index]?.Item;
        return { done: false, failed: writes[index]?.name ?? '', found: item && unmarshall(item) };
      }
      const collided = reasons.some(
        ({ Code }) => Code === 'TransactionConflict' || Code === 'ThrottlingError',
      );
      if (!collided) throw error;
      if (attempt >= ATTEMPTS)
        throw new ProblemError(
          'too-busy',
          {
            vi: 'Quá nhiều thay đổi cùng lúc; hãy thử lại.',
            en: 'Too many changes at once; try again in a few seconds.',
          },
          { cause: error },
        );
      await pause(attempt);
    }
  }
}
