import { createHash } from 'node:crypto';
import { digestName } from './algorithms.ts';
import type { Cert } from './certificate.ts';
import { chainOf, faultsOfChain } from './chain.ts';
import { faultsOfCms, readCms } from './cms.ts';
import { readTimestampInfo } from './timestamp-info.ts';

const TIMESTAMP_INFO = '1.2.840.113549.1.9.16.1.4';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A token of a timestamp authority (RFC 3161), as checked. */
export interface CheckedTimestamp {
  /** When the authority saw what is stamped; undefined if the token cannot be read. */
  readonly at: number | undefined;
  readonly authority: Cert | undefined;
  readonly chain: readonly Cert[] | undefined;
  /** Empty if the time is proven. */
  readonly faults: readonly string[];
}

/**
 * Checks that a token stamps exactly this content, and that a configured authority stands behind it.
 *
 * @param imprintOf the content's hash by the name of a digest.
 */
export function checkTimestamp(
  token: Uint8Array,
  imprintOf: (digest: string) => Buffer | undefined,
  { known, authorities }: { readonly known: readonly Cert[]; readonly authorities: readonly Cert[] },
): CheckedTimestamp {
  const cms = readCms(token);
  const info = cms?.content.type === TIMESTAMP_INFO ? readTimestampInfo(cms.content.bytes) : undefined;
  if (!cms?.content.bytes || !info)
    return { at: undefined, authority: undefined, chain: undefined, faults: ['timestamp-malformed'] };
  const { at } = info;
  const authority = cms.certificate;
  const chain = authority && chainOf(authority, [...cms.certificates, ...known], authorities);
  const faults = [...faultsOfCms(cms, [cms.content.bytes], TIMESTAMP_INFO)];
  const digest = digestName(info.digest);
  if (!digest) faults.push('digest-not-accepted');
  else if (!imprintOf(digest)?.equals(info.imprint)) faults.push('timestamp-differs');
  if (authority && !authority.purposes?.includes(TIME_STAMPING)) faults.push('timestamp-purpose');
  if (authority) faults.push(...(chain ? faultsOfChain(chain, at) : ['timestamp-authority-unknown']));
  return { at, authority, chain, faults };
}

/** The hash of parts of content, by any digest. */
export const imprintOfParts =
  (parts: readonly Uint8Array[]) =>
  (digest: string): Buffer => {
    const hash = createHash(digest);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
