import type { Instant } from '../../domain/vietnam-time.ts';

/** Which page of a list: the one after a position, the first without one. */
export interface PageWanted {
  readonly position: string | undefined;
  /** Items on the page, at most. A page may hold fewer, even none, and still not be the last. */
  readonly limit: number;
  readonly language: 'vi' | 'en';
  readonly now: Instant;
}

/** A page of a list, and where the next begins; undefined after the last. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}
