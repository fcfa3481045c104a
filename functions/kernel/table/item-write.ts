import type { ItemKey } from './item-key.ts';

/** An item as stored, without its key. */
export type Attributes = Readonly<Record<string, unknown>>;

/** The condition of a write on the current item; all parts must hold. Members are named by path: `head.version`. */
export interface ItemCondition {
  readonly exists?: boolean;
  readonly equals?: Attributes;
  /** Top-level attributes, whose names may contain dots; undefined for absent ones. */
  readonly own?: Attributes;
  /** Members that must be absent. */
  readonly without?: readonly string[];
  /** Top-level numbers that must be absent or less than this. */
  readonly below?: Readonly<Record<string, number>>;
  /** Members that must be absent or equal to this. */
  readonly freeFor?: Attributes;
}

/**
 * How an item changes. `set` and `drop` name members by path; `add` increments top-level numbers and creates missing
 * ones; `also` sets top-level members beside them.
 */
export type ItemChange =
  | { readonly put: Attributes }
  | { readonly set: Attributes; readonly drop?: readonly string[] }
  | { readonly add: Readonly<Record<string, number>>; readonly also?: Attributes }
  | { readonly remove: true }
  | { readonly check: true };

/** One write of a transaction, as data that every kind of store understands. */
export interface ItemWrite<R = string> {
  /** The outcome to report if the condition does not hold. */
  readonly refusal: R;
  readonly key: ItemKey;
  readonly change: ItemChange;
  readonly when?: ItemCondition;
  /** Returns the current item if the condition does not hold. */
  readonly showsFound?: true;
}

/**
 * Whether a transaction was made, or the outcome of the first write whose condition did not hold, with the item
 * found.
 */
export type ItemOutcome<R> =
  | { readonly done: true }
  | { readonly done: false; readonly refusal: R; readonly found: Attributes | undefined };
