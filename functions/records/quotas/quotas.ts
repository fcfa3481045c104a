import type { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { AccountHolder, Counted, SharedHolder } from '../../domain/quotas/quota.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';

/** A request as it counts against quotas. */
export interface CountedRequest {
  /** Counts it for each account, and fails if one has none left: part of the transaction that does the work. */
  readonly writes: readonly ItemWrite<'quota'>[];
  /** The refusal where a write failed. */
  readonly refusal: () => ProblemError;
  /** Counts it for portal and procedure once it is done. Never fails: the work is done, and one count is little. */
  readonly done: () => Promise<void>;
}

/** The quotas of the deployment. */
export interface Quotas {
  /** Begins to count a request; refuses it if what it shares with others is used up. */
  open(
    counted: Counted,
    holders: readonly (AccountHolder | SharedHolder)[],
    now: Instant,
  ): Promise<CountedRequest>;
  /** Counts a request whose work is no transaction; refuses it if a quota is used up. */
  take(counted: Counted, holders: readonly (AccountHolder | SharedHolder)[], now: Instant): Promise<void>;
}
