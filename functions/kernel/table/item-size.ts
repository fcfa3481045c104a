/** Largest record kept as one item, in bytes of its JSON: an item of the table takes 400 KB, keys and attribute names included. */
export const LARGEST_RECORD = 350_000;

/** The size of a record as it will be kept, in bytes. */
export function recordSize(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
