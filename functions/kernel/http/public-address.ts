import ipaddr from 'ipaddr.js';

/**
 * Whether an address belongs to the public internet. Everything else (this machine, private networks, the cloud's
 * metadata service, multicast, and addresses that embed one of these) must not be reachable through an address that
 * an outsider supplied.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast';
}
