import type { StoredAnswer } from '../../../schemas/stored/request.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { Begun } from './attempt.ts';

/**
 * Which request of whom: `caller` as `describeActor` writes it, the key they sent, and the digest of what they asked.
 */
export interface KeyedRequest {
  readonly caller: string;
  readonly key: string;
  readonly requestHash: string;
}

/** The right to work on a request, until a deadline. */
export interface Lease extends Begun {
  readonly request: KeyedRequest;
  /** Names this lease apart from one that took it over. */
  readonly holder: string;
  /** Whether the request was begun before, by a try that never ended. */
  readonly again: boolean;
}

/** Where requests with idempotency keys stand, under leases and with their answers. */
export interface LeasedRequests {
  /** Takes the lease of a request that nobody works on and nobody answered; otherwise says how the key stands. */
  take(
    request: KeyedRequest,
    now: Instant,
  ): Promise<{ readonly lease: Lease } | { readonly kept: StoredAnswer }>;
  /** The write that keeps a reply, on condition that no other was kept. */
  keeping(request: KeyedRequest, reply: unknown, now: Instant): NamedWrite;
  /** Keeps a reply, unless one was kept before; gives what is kept then. */
  keep(request: KeyedRequest, reply: unknown, now: Instant): Promise<StoredAnswer>;
  /** What was answered meanwhile, if anything. */
  answer(request: KeyedRequest): Promise<StoredAnswer | undefined>;
  /**
   * Lets go of a lease, unless it was taken over: the key is free, or the next try of the same request may begin at
   * once.
   */
  end(lease: Lease, how: 'free' | 'again', now: Instant): Promise<void>;
}
