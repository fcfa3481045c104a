import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * JSON in its one canonical form (RFC 8785), so that equal values have equal text, for whoever checks a ledger with whatever they have.
 * Undefined members are left out. Throws for what is no JSON: numbers that are none, half a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

/** SHA-256 of a value's canonical JSON, lower-case hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
