/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object. */
export type JsonObject = { [key: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Largest state input, output, result or execution input, in bytes of UTF-8 (the service's quota). */
export const LARGEST_DATA = 262_144;

export function exceedsDataLimit(value: Json): boolean {
  const text = JSON.stringify(value);
  // UTF-8 needs at most 3 bytes per UTF-16 unit, so most values are settled without counting bytes.
  return text.length * 3 > LARGEST_DATA && Buffer.byteLength(text) > LARGEST_DATA;
}
