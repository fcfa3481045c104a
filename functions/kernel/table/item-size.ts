/**
 * Largest record kept as one item, in bytes of its JSON: the table's limit is 400 KB including keys and attribute
 * names.
 */
export const LARGEST_RECORD = 350_000;

/** The size of a record as stored, in bytes. */
export function recordSize(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
