import type { Nudge } from '../../../schemas/nudge.ts';
import type { CursorStore } from './cursor-store.ts';

/** Waiting dossiers taken at once, so that a request stays short. */
const AT_ONCE = 500;

/**
 * Has the dossiers that wait for a consumer tried now, longest first. Those beyond what one call takes are tried when
 * their time comes, or by calling again once these are through.
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
