import canonicalize from 'canonicalize';
import { sha256Of } from './sha256.ts';

/**
 * JSON in its canonical form (RFC 8785): equal values have equal text, so that anyone can verify a ledger with their
 * own tools. Undefined members are left out. Throws for values that are not JSON: NaN, infinities, half a surrogate
 * pair.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

/** SHA-256 of a value's canonical JSON, lower-case hexadecimal. */
export function digestOf(value: unknown): string {
  return sha256Of(canonicalJson(value));
}
