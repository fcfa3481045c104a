import type { StoredChange } from '../../../schemas/stored/change.ts';
import type { PortalEvent } from '../../domain/effects/portal-events.ts';

/** What a dossier's ledger adds to its portal's feed: the events between two entries. */
export interface FeedAddition {
  readonly portal: string;
  readonly dossier: string;
  /** The current cursor, and its next position. */
  readonly from: number;
  readonly to: number;
  readonly events: readonly PortalEvent[];
}

/**
 * A portal's change feed: every event of its dossiers once, each with a position. Positions are assigned in the
 * transaction that keeps the events, so a reader at a position has seen everything before it.
 */
export interface ChangeFeed {
  /** Adds events and moves the dossiers' cursors; `moved`: a cursor was no longer at its expected position. */
  append(portal: string, additions: readonly FeedAddition[]): Promise<'appended' | 'moved'>;
  /** Entries after a position, in order. */
  after(portal: string, position: number, limit: number): Promise<readonly StoredChange[]>;
  /** The last position; 0 while there is none. */
  end(portal: string): Promise<number>;
  /** The position before the first entry added at or after an instant (RFC 3339). */
  before(portal: string, instant: string): Promise<number>;
}

/** The consumer that assigns positions, as named in its cursors. */
export const FEED_CONSUMER = 'changes';
