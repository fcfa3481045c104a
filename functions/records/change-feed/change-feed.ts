import type { StoredChange } from '../../../schemas/stored/change.ts';
import type { PortalEvent } from '../../domain/effects/portal-events.ts';

/** What a dossier's ledger adds to its portal's feed: the events between two entries. */
export interface FeedAddition {
  readonly portal: string;
  readonly dossier: string;
  /** The cursor as it stands, and where it goes. */
  readonly from: number;
  readonly to: number;
  readonly events: readonly PortalEvent[];
}

/**
 * A portal's feed of changes: every event of its dossiers once, each with a position. Positions are given in the
 * transaction that keeps the events, so whoever has read up to one has seen all before it.
 */
export interface ChangeFeed {
  /** Adds events and moves the dossiers' cursors; `moved`: a cursor was not where it was said to be any more. */
  append(portal: string, additions: readonly FeedAddition[]): Promise<'appended' | 'moved'>;
  /** Entries after a position, in order. */
  after(portal: string, position: number, limit: number): Promise<readonly StoredChange[]>;
  /** The last position; 0 while there is none. */
  end(portal: string): Promise<number>;
  /** The position before the first entry that got its position at an instant (RFC 3339) or later. */
  before(portal: string, instant: string): Promise<number>;
}

/** The consumer that gives positions, as its cursors are named. */
export const FEED_CONSUMER = 'changes';
