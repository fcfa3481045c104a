import type * as z from 'zod';
import { rowText } from '../../../schemas/stored/entries.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Entry } from '../../kernel/table/read-index.ts';

/**
 * A row as entries carry it: JSON text. An entry is copied into several indexes, and no expression of the table looks
 * into a row; as a single value it is read at a third less cost than as a map of fifteen.
 */
export const writeRow = (row: object): string => JSON.stringify(row);

/** The row an entry carries. Throws a StoredItemError if it is malformed. */
export function readRow<S extends z.ZodType>(
  schema: S,
  { key, item }: Pick<Entry, 'key' | 'item'>,
): z.infer<S> {
  return parseStored(schema, fromJson(parseStored(rowText, item['row'], key)), key);
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
