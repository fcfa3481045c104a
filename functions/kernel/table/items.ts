import type { Pauses } from '../retry/retry.ts';
import type { ItemKey } from './item-key.ts';
import type { Attributes, ItemOutcome, ItemWrite } from './item-write.ts';

/** A range of a partition, of the table or of an index, in sort key order. Bounds are inclusive. */
export interface ItemQuery {
  /** An index by its name; left out for the table itself. */
  readonly index?: string | undefined;
  readonly partition: string;
  readonly low: string;
  readonly high: string;
  readonly backwards?: boolean;
  readonly limit?: number;
  /** Not needed if slightly stale data does no harm; an index is never consistent. */
  readonly consistent?: boolean;
  /** What is read of each item besides its key and its place in the index; everything by default. */
  readonly attributes?: readonly string[];
}

/** An item and where it is. */
export interface KeyedItem {
  readonly key: ItemKey;
  readonly item: Attributes;
}

/** Items by key, in the table or in memory. Callers describe writes as data. */
export interface Items {
  /** Time and randomness of retries over these items; real ones by default. */
  readonly pauses?: Pauses | undefined;
  get(key: ItemKey): Promise<Attributes | undefined>;
  /** Reads items by key: whole, one attribute, or some members of it; returns a lookup by key. */
  fetch(
    keys: readonly ItemKey[],
    attribute?: string,
    members?: readonly string[],
  ): Promise<(key: ItemKey) => Attributes | undefined>;
  /** `more`: there may be items after the last one read. */
  query(query: ItemQuery): Promise<{ readonly items: readonly KeyedItem[]; readonly more: boolean }>;
  /** Makes all the writes or none. */
  transact<R>(writes: readonly ItemWrite<R>[]): Promise<ItemOutcome<R>>;
  /**
   * Makes one write, no mere check, at half the price. Unlike a transaction it may be made twice if its answer is lost
   * on the way: for what that does not harm.
   */
  writeAlone<R>(write: ItemWrite<R>): Promise<ItemOutcome<R>>;
}
