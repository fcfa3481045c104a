import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { AGAIN, briefly, retry } from '../retry/retry.ts';
import { isThrottled } from '../retry/throttled.ts';
import type { Table } from './table.ts';
import { tooBusy } from './too-busy.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write of a transaction, with the name its failure is reported by. */
export interface NamedWrite {
  readonly name: string;
  readonly write: Write;
}

/** Whether a transaction was made, or which writes' conditions did not hold, and the items found. */
export type TransactOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly failed: string; readonly found: Record<string, unknown> | undefined };

/** Most items per transaction. */
export const MOST_WRITES = 100;

/** A write that collided with a concurrent transaction or was throttled: it was not made and may be retried. */
const passing = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Makes all writes or none. A failed condition is an outcome, not an error; a collision with a concurrent transaction
 * is retried, then refused as too busy.
 */
export async function transact(table: Table, writes: readonly NamedWrite[]): Promise<TransactOutcome> {
  let cause: unknown;
  const outcome = await retry<TransactOutcome>(
    async () => {
      try {
        await table.client.send(
          new TransactWriteCommand({ TransactItems: writes.map(({ write }) => write) }),
        );
        return { done: true };
      } catch (error) {
        if (isThrottled(error)) throw tooBusy(error);
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        const failed = conditionThatFailed(reasons, writes);
        if (failed) return failed;
        if (!reasons.some(({ Code }) => passing.has(Code ?? ''))) throw error;
        cause = error;
        return AGAIN;
      }
    },
    briefly,
    table.pauses,
  );
  if (outcome === AGAIN) throw tooBusy(cause);
  return outcome;
}

function conditionThatFailed(
  reasons: readonly CancellationReason[],
  writes: readonly NamedWrite[],
): TransactOutcome | undefined {
  const index = reasons.findIndex(reason => reason.Code === 'ConditionalCheckFailed');
  if (index < 0) return undefined;
  // The document client leaves the items in cancellation reasons in their stored form.
  const item = reasons[index]?.Item;
  return { done: false, failed: writes[index]?.name ?? '', found: item && unmarshall(item) };
}
