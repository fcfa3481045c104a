import * as z from 'zod';
import { exportOrder } from '../../../../schemas/export-order.ts';
import type { Delivery, WorkerDeps } from './deps.ts';
import { type Made, makeExport } from './make-export.ts';

/** An order as the queue hands it over. */
export interface OrderMessage {
  readonly messageId: string;
  readonly body: string;
  /** How often it was handed over, this time included. */
  readonly received: number;
}

/** What became of the orders of a batch. */
export interface Taken {
  readonly made: readonly { readonly export: string; readonly outcome: Made }[];
  /** Messages to be handed over again. */
  readonly failed: readonly string[];
}

const message = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(exportOrder);

/** Makes each export that was ordered. One that fails is named and does not keep the others from being made. */
export async function takeOrders(
  deps: WorkerDeps,
  messages: readonly OrderMessage[],
  delivery: Omit<Delivery, 'last'> & { readonly tries: number },
  tell: (messageId: string, error: unknown) => void,
): Promise<Taken> {
  const made: { export: string; outcome: Made }[] = [];
  const failed: string[] = [];
  const { tries, ...rest } = delivery;
  for (const { messageId, body, received } of messages) {
    try {
      const order = message.parse(body);
      const outcome = await makeExport(deps, order.export, { ...rest, last: received >= tries });
      made.push({ export: order.export, outcome });
    } catch (error) {
      failed.push(messageId);
      tell(messageId, error);
    }
  }
  return { made, failed };
}
