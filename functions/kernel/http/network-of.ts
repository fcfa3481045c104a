import ipaddr from 'ipaddr.js';

/**
 * The network of a sender: the first 24 bits of an address, or 48 of the newer kind, so that it names no person. Null
 * for what is no address.
 */
export function networkOf(text: string): string | null {
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  const [bits, bytes] = address.kind() === 'ipv4' ? [24, 3] : [48, 6];
  const kept = address.toByteArray().map((byte, place) => (place < bytes ? byte : 0));
  return `${ipaddr.fromByteArray(kept)}/${bits}`;
}
