import type { Instant } from '../../../schemas/instant.ts';
import type { StoredCursor, StoredWaiting, WaitingState } from '../../../schemas/stored/cursor.ts';

/** One consumer's cursor in one dossier's ledger. */
export interface Place {
  /** The consumer, as cursors and parties name it: `changes`, `webhook.<subscription>`. */
  readonly consumer: string;
  readonly dossier: string;
}

/** A leased cursor: no other worker acts on it until the lease expires. */
export interface Lease {
  readonly place: Place;
  readonly holder: string;
  readonly cursor: StoredCursor;
}

/** The outcome of trying to lease a cursor. */
export type Taken =
  | { readonly kind: 'taken'; readonly lease: Lease }
  /** Everything up to the nudged entry is done. */
  | { readonly kind: 'done' }
  /** Another worker holds the lease, and was told to look again before it releases it. */
  | { readonly kind: 'held' }
  /** The effect failed and will be retried later. */
  | { readonly kind: 'waits'; readonly until: Instant };

/** Why a cursor is behind its ledger. */
export interface LeftWaiting {
  readonly state: WaitingState;
  readonly reason: string;
  readonly attempts: number;
  readonly since: string;
  readonly retryAt: Instant | null;
}

/** What is asked of a cursor: how far it should get, and who asks. */
export interface Wanted {
  readonly reached: number;
  readonly now: Instant;
  /** When the lease expires, in case the worker died. */
  readonly until: Instant;
  /** Whether to run a retry now that is scheduled for later. */
  readonly force?: boolean | undefined;
}

/**
 * The store of consumers' cursors. A cursor moves only conditionally: by the holder of its lease, or from a position
 * where it certainly still is.
 */
export interface CursorStore {
  take(place: Place, wanted: Wanted): Promise<Taken>;
  /**
   * Releases a lease and moves the cursor to `seq`: done, waiting with a reason, or `unfinished`, to be continued at
   * once. `again`: an entry beyond `seq` was announced in the meantime, and the lease stays. `lost`: the lease
   * expired and another worker has it.
   */
  release(
    lease: Lease,
    seq: number,
    how?: 'done' | 'unfinished' | LeftWaiting,
  ): Promise<'released' | 'again' | 'lost'>;
  /** Moves past entries without effect, without a lease; false if it is leased, waits or has moved. */
  pass(place: Place, from: number, to: number, now: Instant): Promise<boolean>;
  /** Moves back, so that effects are repeated; false while it is leased. */
  rewind(place: Place, to: number, now: Instant): Promise<boolean>;
  read(place: Place): Promise<StoredCursor | undefined>;
  /** The cursors of a dossier, by consumer. */
  ofDossier(dossier: string): Promise<ReadonlyMap<string, StoredCursor>>;
  /** What waits for a consumer, longest first; `after` is the `next` of the previous page. */
  waiting(
    consumer: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly StoredWaiting[]; readonly next: string | undefined }>;
  /** What is due for a retry, soonest first. */
  due(now: Instant, limit: number): Promise<readonly Place[]>;
}
