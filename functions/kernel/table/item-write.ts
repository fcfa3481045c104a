import type { ItemKey } from './item-key.ts';

/** An item as stored, without its key. */
export type Attributes = Readonly<Record<string, unknown>>;

/**
 * What must hold of an item as it stands for a write to be made; all that is given. Members are named by their path: `head.version`.
 */
export interface ItemCondition {
  readonly exists?: boolean;
  readonly equals?: Attributes;
  /** Attributes of the item itself, whatever dots are in their names: undefined for those that are not there. */
  readonly own?: Attributes;
  /** Members that are not there. */
  readonly without?: readonly string[];
  /** Members that are not there, or equal this. */
  readonly freeFor?: Attributes;
}

/** What becomes of an item. `set` and `drop` name members by their path; `add` moves numbers of the item itself, made where they are not. */
export type ItemChange =
  | { readonly put: Attributes }
  | { readonly set: Attributes; readonly drop?: readonly string[] }
  | { readonly add: Readonly<Record<string, number>> }
  | { readonly remove: true }
  | { readonly check: true };

/** One write of a transaction, as data that every kind of store understands. */
export interface ItemWrite<R = string> {
  /** What it means that the condition does not hold. */
  readonly refusal: R;
  readonly key: ItemKey;
  readonly change: ItemChange;
  readonly when?: ItemCondition;
  /** Brings back what is there where the condition does not hold. */
  readonly showsFound?: true;
}

/** Whether a transaction was made, or what the first write means whose condition did not hold, and what was there. */
export type ItemOutcome<R> =
  | { readonly done: true }
  | { readonly done: false; readonly refusal: R; readonly found: Attributes | undefined };
