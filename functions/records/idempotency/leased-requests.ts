import type { StoredAnswer } from '../../../schemas/stored/request.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { Begun } from './attempt.ts';

/** Identifies a request: `caller` as written by `describeActor`, the key they sent, and the digest of the request. */
export interface KeyedRequest {
  readonly caller: string;
  readonly key: string;
  readonly requestHash: string;
}

/** The right to work on a request, until a deadline. */
export interface Lease extends Begun {
  readonly request: KeyedRequest;
  /** Distinguishes this lease from one that took it over. */
  readonly holder: string;
  /** Whether the request was started before, by a try that never finished. */
  readonly again: boolean;
}

/** Requests with idempotency keys, their leases and answers. */
export interface LeasedRequests {
  /** Takes the lease of a request that is neither in progress nor answered; otherwise returns the state of the key. */
  take(
    request: KeyedRequest,
    now: Instant,
  ): Promise<{ readonly lease: Lease } | { readonly kept: StoredAnswer }>;
  /** The write that keeps a reply, unless another was kept. */
  keeping(request: KeyedRequest, reply: unknown, now: Instant): NamedWrite;
  /** Keeps a reply, unless one was kept before; returns the kept one. */
  keep(request: KeyedRequest, reply: unknown, now: Instant): Promise<StoredAnswer>;
  /** The answer kept in the meantime, if any. */
  answer(request: KeyedRequest): Promise<StoredAnswer | undefined>;
  /**
   * Releases a lease, unless it was taken over: the key is free, or the next try of the same request may start at
   * once.
   */
  end(lease: Lease, how: 'free' | 'again', now: Instant): Promise<void>;
}
