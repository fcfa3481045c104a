import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { AGAIN, briefly, retry } from '../retry/retry.ts';
import { isThrottled } from '../retry/throttled.ts';
import type { ItemOutcome, ItemWrite } from './item-write.ts';
import type { Table } from './table.ts';
import { tooBusy } from './too-busy.ts';
import { transactWrite } from './write-expression.ts';

/** A collision with a transaction on the same item: nothing was written. */
const COLLIDED = 'TransactionConflictException';

/** Makes one write by itself, at half the price of a transaction of one. */
export async function writeAlone<R>(table: Table, write: ItemWrite<R>): Promise<ItemOutcome<R>> {
  const { Put, Update, Delete } = transactWrite(table.name, write);
  let cause: unknown;
  const outcome = await retry<ItemOutcome<R>>(
    async () => {
      try {
        if (Put) await table.client.send(new PutCommand(Put));
        if (Update) await table.client.send(new UpdateCommand(Update));
        if (Delete) await table.client.send(new DeleteCommand(Delete));
        return { done: true };
      } catch (error) {
        if (isThrottled(error)) throw tooBusy(error);
        if (error instanceof ConditionalCheckFailedException) {
          // The document client leaves the item of an error in its stored form.
          return { done: false, refusal: write.refusal, found: error.Item && unmarshall(error.Item) };
        }
        if (!(error instanceof Error) || error.name !== COLLIDED) throw error;
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
