import type { Nudge } from '../../../schemas/nudge.ts';
import type { ConsumerQueue } from '../../records/consumers/consumer-queues.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';

/** Cursors retried by one sweep; the next, a minute later, takes more. */
const AT_ONCE = 1000;

/** Sends nudges for failures that are due for a retry. Returns the number of dossiers. */
export async function sweepRetries(deps: {
  readonly cursors: Pick<CursorStore, 'due'>;
  readonly queueOf: (party: string) => Pick<ConsumerQueue, 'name' | 'nudge'> | undefined;
  readonly now: () => number;
}): Promise<number> {
  const due = await deps.cursors.due(deps.now(), AT_ONCE);
  for (const [queue, places] of Map.groupBy(due, ({ consumer }) => deps.queueOf(consumer))) {
    if (!queue) throw new Error(`No queue is known for ${places[0]?.consumer}`);
    const dossiers = new Set(places.map(({ dossier }) => dossier));
    // The number does not matter: the worker of a waiting dossier reads its ledger to the end anyway.
    await queue.nudge([...dossiers].map((dossier): Nudge => ({ dossier, reached: LATEST })));
  }
  return due.length;
}

/** Greater than any entry's number. */
const LATEST = 999_999;
