import type { Instant } from '../../../schemas/instant.ts';
import type { WaitingState } from '../../../schemas/stored/cursor.ts';
import { retryAt } from '../../domain/effects/retry-pauses.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CursorStore, Lease, LeftWaiting, Place } from './cursor-store.ts';

/** The outcome of an effect. Failures are retried after a growing pause, or at the instant named. */
export type EffectOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAt?: Instant }
  | { readonly kind: 'left'; readonly state: Exclude<WaitingState, 'waiting'>; readonly reason: string };

/** The effects of a ledger on one outside party. */
export interface Effects<E extends { readonly seq: number }> {
  /** The entries after a given one that have an effect, oldest first, and the number of the last entry. */
  after(seq: number): Promise<{ readonly events: readonly E[]; readonly end: number }>;
  /** Performs the effect of an entry. It may have been performed before, and must then do no harm. */
  have(event: E, waiting: { readonly since: Instant | undefined }): Promise<EffectOutcome>;
}

export interface FollowDeps {
  readonly cursors: CursorStore;
  readonly now: () => Instant;
  readonly chance: () => number;
  /** Whether too little time is left for another effect. */
  readonly nearlyOver: () => boolean;
  /** Notified of an effect that threw; it counts as failed. */
  readonly fault: (place: Place, error: unknown) => void;
}

/** How long a worker's lease lasts, in milliseconds: longer than any worker runs. */
export const HELD_FOR = 90_000;

/** How following ended. `more`: time ran out, and the worker needs another nudge. */
export type Followed = 'done' | 'held' | 'waits' | 'lost' | 'more';

/**
 * Performs the effects of a dossier's ledger on a party, in order, from the party's cursor on. One worker at a time
 * holds the lease; a repeat finds the work done; a failure is kept with its reason and the time of the next try.
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
  // An attempt skipped because the party is known to be down does not count.
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
