import type { Cert } from './certificate.ts';
import { type Crl, readCrl, revokedSince, signedBy } from './crl.ts';
import { type OcspStatus, readOcsp, statusIn } from './ocsp.ts';

/** Lists and answers about revocation, as DER, wherever they come from. */
export interface RevocationData {
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

export interface Revocation {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Since when, if it is revoked. */
  readonly since?: number;
}

const MOST = 64;

/**
 * Whether the certificates of a chain were revoked. A list or answer counts if it was made at or after the instant, or
 * was still in force then.
 *
 * @param at when the certificates must hold.
 * @param now when it is asked: what is not signed yet cannot be read.
 */
export function revocationOf(
  chain: readonly Cert[],
  data: RevocationData,
  at: number,
  now: number,
): Revocation {
  const crls = data.crls.slice(0, MOST).flatMap(bytes => readCrl(bytes) ?? []);
  const ocsps = data.ocsps.slice(0, MOST).flatMap(bytes => readOcsp(bytes) ?? []);
  let worst: Revocation = { status: 'good' };
  for (const [index, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[index + 1];
    if (!issuer) break;
    const answers = [
      ...ocsps.flatMap(answer => statusIn(answer, certificate, issuer, now) ?? []),
      ...crls.flatMap(crl => ofList(crl, certificate, issuer)),
    ];
    const revoked = answers.find(({ status }) => status === 'revoked');
    if (revoked) return { status: 'revoked', since: revoked.revokedSince ?? 0 };
    const inForce = answers.some(
      ({ status, thisUpdate, nextUpdate }) => status === 'good' && (thisUpdate >= at || at <= nextUpdate),
    );
    if (!inForce) worst = { status: 'unknown' };
  }
  return worst;
}

function ofList(crl: Crl, certificate: Cert, issuer: Cert): readonly OcspStatus[] {
  if (!signedBy(crl, issuer)) return [];
  const since = revokedSince(crl, certificate);
  if (since === undefined && crl.partial) return [];
  const { thisUpdate, nextUpdate } = crl;
  return [{ status: since === undefined ? 'good' : 'revoked', revokedSince: since, thisUpdate, nextUpdate }];
}
