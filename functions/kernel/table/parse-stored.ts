import type * as z from 'zod';
import type { ItemKey } from './item-key.ts';
import type { Attributes } from './item-write.ts';

/** A stored item with the wrong shape: our own fault or outside interference, never a caller's fault. */
export class StoredItemError extends Error {
  override readonly name = 'StoredItemError';
}

/**
 * Parses an item read from the table. A malformed item is reported by its key instead of surfacing later as
 * undefined.
 */
export function parseStored<S extends z.ZodType>(schema: S, value: unknown, key: ItemKey): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(issue => issue.path.join('.')).join(', ');
  throw new StoredItemError(`The item ${key.pk} / ${key.sk} is malformed at: ${where || 'its root'}`);
}

/** Parses a whole item by its schema, which does not know of the item’s own key. */
export function parseItem<S extends z.ZodType>(schema: S, item: Attributes, key: ItemKey): z.output<S> {
  const { pk: _, sk: __, ...kept } = item;
  return parseStored(schema, kept, key);
}
