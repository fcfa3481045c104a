import type { Instant } from '../../../schemas/instant.ts';
import type { WaitingState } from '../../../schemas/stored/cursor.ts';
import { retryAt } from '../../domain/effects/retry-pauses.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CursorStore, Lease, LeftWaiting, Place } from './cursor-store.ts';

/** What came of an effect. What failed is tried again after a growing pause, or at the instant that it names. */
export type EffectOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAt?: Instant }
  | { readonly kind: 'left'; readonly state: Exclude<WaitingState, 'waiting'>; readonly reason: string };

/** The effects of a ledger on one outside party. */
export interface Effects<E extends { readonly seq: number }> {
  /** The entries after one that have an effect, oldest first, and the number of the last entry there is. */
  after(seq: number): Promise<{ readonly events: readonly E[]; readonly end: number }>;
  /** Has the effect of an entry. It may have been had before, and must then do no harm. */
  have(event: E, waiting: { readonly since: Instant | undefined }): Promise<EffectOutcome>;
}

export interface FollowDeps {
  readonly cursors: CursorStore;
  readonly now: () => Instant;
  readonly chance: () => number;
  /** Whether there is too little time left for another effect. */
  readonly nearlyOver: () => boolean;
  /** Told of an effect that ended in a fault of ours; it counts as failed. */
  readonly fault: (place: Place, error: unknown) => void;
}

/** How long a worker may have a place in hand, in milliseconds: longer than any worker runs. */
export const HELD_FOR = 90_000;

/** How following ended. `more`: time was over, the worker is to be told again. */
export type Followed = 'done' | 'held' | 'waits' | 'lost' | 'more';

/**
 * Has the effects of a dossier's ledger on a party, in order, from where the party's cursor stands. One worker at a
 * time has a place in hand; a repeat finds it done; what fails is left with its reason and the time of the next try.
 */
export async function followLedger<E extends { readonly seq: number }>(
  deps: FollowDeps,
  place: Place,
  told: { readonly reached: number; readonly force?: boolean | undefined },
  effects: Effects<E>,
): Promise<Followed> {
  const now = deps.now();
  const taken = await deps.cursors.take(place, { ...told, now, until: now + HELD_FOR });
  if (taken.kind !== 'taken') return taken.kind;
  const { lease } = taken;
  let seq = lease.cursor.seq;
  for (;;) {
    const { events, end } = await effects.after(seq);
    for (const event of events) {
      if (deps.nearlyOver()) return letGo(deps, lease, seq, 'more');
      const outcome = await hadEffect(deps, lease, event, effects);
      if (outcome.kind !== 'done') return leave(deps, lease, seq, outcome);
      seq = event.seq;
    }
    seq = Math.max(seq, end);
    const released = await deps.cursors.release(lease, seq);
    if (released !== 'again') return released === 'lost' ? 'lost' : 'done';
  }
}

async function hadEffect<E extends { readonly seq: number }>(
  deps: FollowDeps,
  { place, cursor }: Lease,
  event: E,
  effects: Effects<E>,
): Promise<EffectOutcome> {
  const since = cursor.waitingSince === undefined ? undefined : Date.parse(cursor.waitingSince);
  try {
    return await effects.have(event, { since });
  } catch (error) {
    deps.fault(place, error);
    return { kind: 'failed', reason: 'fault' };
  }
}

async function letGo(deps: FollowDeps, lease: Lease, seq: number, ended: Followed): Promise<Followed> {
  return (await deps.cursors.release(lease, seq, 'unfinished')) === 'lost' ? 'lost' : ended;
}

async function leave(
  deps: FollowDeps,
  lease: Lease,
  seq: number,
  outcome: Exclude<EffectOutcome, { kind: 'done' }>,
): Promise<Followed> {
  const { cursor } = lease;
  const now = deps.now();
  // An attempt that was not made, because the party is known to be down, is none.
  const attempts = (cursor.attempts ?? 0) + (outcome.kind === 'failed' && !outcome.retryAt ? 1 : 0);
  const left: LeftWaiting = {
    reason: outcome.reason,
    since: seq > cursor.seq || cursor.waitingSince === undefined ? toRfc3339(now) : cursor.waitingSince,
    attempts: seq > cursor.seq ? 1 : attempts,
    ...(outcome.kind === 'failed'
      ? { state: 'waiting', retryAt: outcome.retryAt ?? retryAt(now, Math.max(attempts, 1), deps.chance()) }
      : { state: outcome.state, retryAt: null }),
  };
  return (await deps.cursors.release(lease, seq, left)) === 'lost' ? 'lost' : 'waits';
}
