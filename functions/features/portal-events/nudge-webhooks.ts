import type { Nudge } from '../../../schemas/nudge.ts';
import type { ConsumerQueue } from '../../records/consumers/consumer-queues.ts';

/** Sends nudges to the webhook worker. */
export function nudgeWebhooks(
  queueOf: (party: string) => Pick<ConsumerQueue, 'nudge'> | undefined,
): (nudges: readonly Nudge[]) => Promise<void> {
  const queue = queueOf('webhook');
  if (!queue) throw new TypeError('the consumer webhook has no queue');
  return queue.nudge;
}
