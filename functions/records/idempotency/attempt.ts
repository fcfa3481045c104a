import type { Instant } from '../../domain/vietnam-time.ts';
import { idSeed, timeSortedId } from '../../kernel/ids/time-sorted-id.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';

/**
 * One try of a request processed under a lease. A request has several tries if one crashed: each later one must find
 * what the previous one created, and create nothing twice.
 */
export interface Attempt {
  /** Whether an earlier try was started and may have left something behind. */
  readonly again: boolean;
  /** When the first try began. */
  readonly begunAt: Instant;
  /** An id for something the request creates: the same in each of its tries. */
  id(prefix: string): string;
  /**
   * The writes that keep the reply for repeats, for a use case that does its work in one transaction: then no crash
   * can come in between, and a repeat never redoes the work over later changes.
   */
  keeps(reply: unknown): NamedWrite[];
}

/** What the tries of a request have in common. */
export interface Begun {
  readonly begunAt: Instant;
  readonly seed: Uint8Array;
}

/** A try of a request. */
export function attemptOf(
  { begunAt, seed }: Begun,
  more: Pick<Attempt, 'again' | 'keeps'> = { again: false, keeps: () => [] },
): Attempt {
  return { ...more, begunAt, id: prefix => timeSortedId(prefix, begunAt, seed) };
}

/** The only try of a request without a key. */
export function onlyAttempt(now: Instant): Attempt {
  return attemptOf({ begunAt: now, seed: idSeed() });
}
