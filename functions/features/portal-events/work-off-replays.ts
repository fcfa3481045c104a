import type { Nudge } from '../../../schemas/nudge.ts';
import type { StoredReplay } from '../../../schemas/stored/replay.ts';
import type { ChangeFeed } from '../../records/change-feed/change-feed.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import type { ReplayStore } from '../../records/subscriptions/replay-store.ts';
import { webhookConsumer } from './webhook-consumer.ts';

export interface ReplayDeps {
  readonly replays: ReplayStore;
  readonly feed: ChangeFeed;
  readonly cursors: Pick<CursorStore, 'rewind'>;
  readonly nudge: (nudges: readonly Nudge[]) => Promise<void>;
  readonly now: () => number;
  readonly nearlyOver: () => boolean;
}

/** Feed entries read together. */
const SLICE = 100;

/** Continues every running replay until all are done or time is nearly over. Returns the number of events processed. */
export async function workOffReplays(deps: ReplayDeps): Promise<number> {
  let events = 0;
  for (const begun of await deps.replays.all()) {
    let replay = begun;
    while (replay.position < replay.upTo && !deps.nearlyOver()) {
      const next = await slice(deps, replay);
      if (next === replay.position) break;
      events += next - replay.position;
      replay = { ...replay, position: next };
      await deps.replays.put(replay);
    }
    if (replay.position >= replay.upTo) await deps.replays.end(replay.subscription);
  }
  return events;
}

/**
 * Moves the cursors of a slice's dossiers back before their first event in it, and nudges them. Returns the position
 * up to which that is done: before the first dossier whose cursor is leased right now.
 */
async function slice(
  deps: ReplayDeps,
  { subscription, portal, position, upTo }: StoredReplay,
): Promise<number> {
  const entries = await deps.feed.after(portal, position, Math.min(SLICE, upTo - position));
  const consumer = webhookConsumer(subscription);
  const nudges = new Map<string, Nudge>();
  let done = position;
  for (const entry of entries) {
    const { dossier, version } = entry.event.data;
    const first = !nudges.has(dossier);
    if (first && !(await deps.cursors.rewind({ consumer, dossier }, version - 1, deps.now()))) break;
    nudges.set(dossier, { dossier, reached: version, force: true });
    done = entry.position;
  }
  await deps.nudge([...nudges.values()]);
  return entries.length === 0 ? upTo : done;
}
