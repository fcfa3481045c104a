import * as z from 'zod';
import { exportOrder } from '../../../../schemas/export-order.ts';
import { eachMessage } from '../../../kernel/queue/each-message.ts';
import type { Delivery, WorkerDeps } from './deps.ts';
import { type Made, makeExport } from './make-export.ts';

/** A queue message that requests an export. */
export interface OrderMessage {
  readonly messageId: string;
  readonly body: string;
  /** How often it was delivered, including this time. */
  readonly received: number;
}

/** The outcome of a batch. */
export interface Taken {
  readonly made: readonly { readonly export: string; readonly outcome: Made }[];
  /** Messages to deliver again. */
  readonly failed: readonly string[];
}

const message = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(exportOrder);

/** Makes each requested export. */
export async function takeOrders(
  deps: WorkerDeps,
  messages: readonly OrderMessage[],
  { tries, ...delivery }: Omit<Delivery, 'last'> & { readonly tries: number },
  tell: (messageId: string, error: unknown) => void,
): Promise<Taken> {
  const { done, failed } = await eachMessage(
    messages,
    async ({ body, received }) => {
      const order = message.parse(body);
      const outcome = await makeExport(deps, order.export, { ...delivery, last: received >= tries });
      return { export: order.export, outcome };
    },
    tell,
  );
  return { made: done, failed };
}
