import { AsyncLocalStorage } from 'node:async_hooks';
import type { ItemKey } from './item-key.ts';
import type { Table } from './table.ts';

type Reading = Promise<Record<string, unknown> | undefined>;

/** What one request reads ahead, and what it reads once. Nothing of it outlives the request. */
interface RequestReads {
  readonly ahead: Map<string, Reading>;
  readonly once: Map<string, Reading>;
}

const current = new AsyncLocalStorage<RequestReads>();
const nameOf = (table: Table, { pk, sk }: ItemKey) => `${table.name} ${pk} ${sk}`;

/** Runs the work of one request. */
export function inRequest<T>(work: () => T): T {
  return current.run({ ahead: new Map(), once: new Map() }, work);
}

/** Registers a read for the first reader of that item in this request; outside a request nothing is read ahead. */
export function keepAhead(table: Table, key: ItemKey, read: () => Reading): void {
  const ahead = current.getStore()?.ahead;
  if (!ahead) return;
  const reading = read();
  // Whoever uses the result sees its failure; an unused failure does not matter.
  reading.catch(() => undefined);
  ahead.set(nameOf(table, key), reading);
}

/** The read-ahead result, once: a second reader wants the current state. */
export function takeAhead(table: Table, key: ItemKey): Reading | undefined {
  const ahead = current.getStore()?.ahead;
  const reading = ahead?.get(nameOf(table, key));
  ahead?.delete(nameOf(table, key));
  return reading;
}

/** A read that serves the whole request: for what a request must see in one consistent state. */
export function onceARequest(table: Table, key: ItemKey, read: () => Reading): Reading {
  const once = current.getStore()?.once;
  const known = once?.get(nameOf(table, key));
  if (known) return known;
  const reading = read();
  once?.set(nameOf(table, key), reading);
  reading.catch(() => once?.delete(nameOf(table, key)));
  return reading;
}

/** The request itself changes the item: its earlier read is no longer valid. */
export function forgetRead(table: Table, key: ItemKey): void {
  current.getStore()?.once.delete(nameOf(table, key));
}
