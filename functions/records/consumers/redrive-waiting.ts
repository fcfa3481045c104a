import type { Nudge } from '../../../schemas/nudge.ts';
import type { CursorStore } from './cursor-store.ts';

/** Waiting dossiers per call, so that a request stays short. */
const AT_ONCE = 500;

/**
 * Retries the dossiers that wait for a consumer now, longest wait first. The rest are retried when due, or by calling
 * again.
 */
export async function redriveWaiting(
  deps: {
    readonly cursors: Pick<CursorStore, 'waiting'>;
    readonly nudge: (nudges: readonly (Nudge & { force: true })[]) => Promise<void>;
  },
  consumer: string,
): Promise<{ readonly nudged: number; readonly more: boolean }> {
  const { items, next } = await deps.cursors.waiting(consumer, { limit: AT_ONCE });
  await deps.nudge(items.map(({ dossier, seq }) => ({ dossier, reached: seq + 1, force: true })));
  return { nudged: items.length, more: next !== undefined };
}
