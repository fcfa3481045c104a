import type * as z from 'zod';
import type { ItemKey } from './item-key.ts';

/** An item of the table that does not have the shape it must have: a fault of ours or a foreign hand, never of a caller. */
export class StoredItemError extends Error {
  override readonly name = 'StoredItemError';
}

/** Parses what was read from the table. A malformed item is named by its key, not met later as an undefined. */
export function parseStored<S extends z.ZodType>(schema: S, value: unknown, key: ItemKey): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(issue => issue.path.join('.')).join(', ');
  throw new StoredItemError(`The item ${key.pk} / ${key.sk} is malformed at: ${where || 'its root'}`);
}
