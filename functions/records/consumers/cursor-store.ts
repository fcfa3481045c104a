import type { Instant } from '../../../schemas/instant.ts';
import type { StoredCursor, StoredWaiting, WaitingState } from '../../../schemas/stored/cursor.ts';

/** One consumer's place in one dossier's ledger. */
export interface Place {
  /** The consumer, as cursors and parties name it: `changes`, `webhook.<subscription>`. */
  readonly consumer: string;
  readonly dossier: string;
}

/** A place that a worker has in hand: nobody else acts on it until the lease runs out. */
export interface Lease {
  readonly place: Place;
  readonly holder: string;
  readonly cursor: StoredCursor;
}

/** What came of taking a place. */
export type Taken =
  | { readonly kind: 'taken'; readonly lease: Lease }
  /** Everything up to what was told of is done. */
  | { readonly kind: 'done' }
  /** Another worker has it, and was told to look again before it lets go. */
  | { readonly kind: 'held' }
  /** It failed and is tried again later. */
  | { readonly kind: 'waits'; readonly until: Instant };

/** Why a place is left behind its ledger. */
export interface LeftWaiting {
  readonly state: WaitingState;
  readonly reason: string;
  readonly attempts: number;
  readonly since: string;
  readonly retryAt: Instant | null;
}

/** Asked of a place: how far it is to get, and who asks. */
export interface Wanted {
  readonly reached: number;
  readonly now: Instant;
  /** When the lease runs out, for a worker that died. */
  readonly until: Instant;
  /** Whether a retry that is planned for later is tried now. */
  readonly force?: boolean | undefined;
}

/**
 * Where consumers' cursors are kept. A cursor moves only under a condition: by whoever has it in hand, or from a place
 * where it certainly still is.
 */
export interface CursorStore {
  take(place: Place, wanted: Wanted): Promise<Taken>;
  /**
   * Lets go of a place, moved to `seq`: done, with what it waits for, or `unfinished`, to be gone on with at once. `again`: an entry was told of meanwhile that
   * is beyond `seq`, and the lease stays. `lost`: the lease ran out and another worker has it.
   */
  release(
    lease: Lease,
    seq: number,
    how?: 'done' | 'unfinished' | LeftWaiting,
  ): Promise<'released' | 'again' | 'lost'>;
  /** Moves past entries that have no effect, without a lease; false when it is in hand, waits or has moved. */
  pass(place: Place, from: number, to: number, now: Instant): Promise<boolean>;
  /** Moves back, so that effects are had again; false while somebody has it in hand. */
  rewind(place: Place, to: number, now: Instant): Promise<boolean>;
  read(place: Place): Promise<StoredCursor | undefined>;
  /** The cursors of a dossier, by consumer. */
  ofDossier(dossier: string): Promise<ReadonlyMap<string, StoredCursor>>;
  /** What a consumer waits for, longest first; `after` is the `next` of the page before. */
  waiting(
    consumer: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly StoredWaiting[]; readonly next: string | undefined }>;
  /** What is to be tried again by now, soonest first. */
  due(now: Instant, limit: number): Promise<readonly Place[]>;
}
