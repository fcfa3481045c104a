import type { Pauses } from '../retry/retry.ts';
import type { ItemKey } from './item-key.ts';
import type { Attributes, ItemOutcome, ItemWrite } from './item-write.ts';

/** A stretch of a partition, of the table or of an index, in the order of its sort keys. Bounds are included. */
export interface ItemQuery {
  /** An index by its name; left out for the table itself. */
  readonly index?: string | undefined;
  readonly partition: string;
  readonly low: string;
  readonly high: string;
  readonly backwards?: boolean;
  readonly limit?: number;
  /** Not needed where a moment's delay does not matter; an index never is consistent. */
  readonly consistent?: boolean;
  /** What is read of each item besides its key and its place in the index; left out for all of it. */
  readonly attributes?: readonly string[];
}

/** An item and where it is. */
export interface KeyedItem {
  readonly key: ItemKey;
  readonly item: Attributes;
}

/** Items by key, whatever they are kept in: the table, or memory. What is written is decided by their callers, as data. */
export interface Items {
  /** What retries over these items are parted by; real time and chance without it. */
  readonly pauses?: Pauses | undefined;
  get(key: ItemKey): Promise<Attributes | undefined>;
  /** Items by key, all of them or one attribute, or only some members of that; gives what finds each by its key. */
  fetch(
    keys: readonly ItemKey[],
    attribute?: string,
    members?: readonly string[],
  ): Promise<(key: ItemKey) => Attributes | undefined>;
  /** `more`: there may be items beyond the last that was read. */
  query(query: ItemQuery): Promise<{ readonly items: readonly KeyedItem[]; readonly more: boolean }>;
  /** Makes all the writes or none. */
  transact<R>(writes: readonly ItemWrite<R>[]): Promise<ItemOutcome<R>>;
}
