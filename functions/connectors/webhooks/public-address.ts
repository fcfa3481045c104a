import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the public internet. Everything else (this machine, private networks, the metadata
 * service of the cloud, multicast, what embeds such an address) must not be reached by an address that somebody
 * outside named.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast';
}
