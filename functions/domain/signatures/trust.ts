import type { Cert } from './certificate.ts';
import { chainOf, faultsOfChain } from './chain.ts';
import { type RevocationData, revocationOf } from './revocation.ts';

/** Bits of KeyUsage: for signatures, and for what cannot be denied later. */
const DIGITAL_SIGNATURE = 0;
const NON_REPUDIATION = 1;

export interface TrustQuestion {
  readonly known: readonly Cert[];
  readonly authorities: readonly Cert[];
  readonly revocation: RevocationData;
  readonly revocationDemanded: boolean;
  readonly claimedAt: number | undefined;
  /** When a timestamp authority saw the signature, if one did. */
  readonly trustedAt: number | undefined;
  readonly now: number;
}

/** How far a signer's clock may be ahead of ours, in milliseconds. */
const CLOCKS = 10 * 60_000;

/** What is to be said of a signer's certificate: who stands behind it, and whether it held when it signed. */
export function judgeCertificate(
  certificate: Cert,
  question: TrustQuestion,
): {
  readonly codes: readonly string[];
  readonly chain: readonly Cert[] | undefined;
} {
  const { known, authorities, trustedAt, claimedAt, now } = question;
  const at = trustedAt ?? claimedAt ?? now;
  const codes: string[] = [];
  if (trustedAt === undefined) codes.push(claimedAt === undefined ? 'time-unknown' : 'time-claimed');
  if (at > now + CLOCKS) codes.push('time-in-future');
  if (!certificate.mayBeUsed(DIGITAL_SIGNATURE, NON_REPUDIATION)) codes.push('purpose-wrong');
  const chain = chainOf(certificate, known, authorities);
  codes.push(...faultsOfChain(chain ?? [certificate], at));
  if (trustedAt === undefined && now > certificate.notAfter) codes.push('expired-since');
  if (chain) codes.push(...revocationCodes(chain, at, question));
  else codes.push('authority-unknown');
  return { codes, chain };
}

function revocationCodes(chain: readonly Cert[], at: number, question: TrustQuestion): readonly string[] {
  const { status, since = 0 } = revocationOf(chain, question.revocation, at, question.now);
  if (status === 'good') return [];
  if (status === 'unknown')
    return [question.revocationDemanded ? 'revocation-demanded' : 'revocation-unknown'];
  // What the signer claims proves nothing against a revocation: the key may have been stolen.
  return question.trustedAt !== undefined && question.trustedAt < since
    ? ['revoked-later']
    : ['certificate-revoked'];
}
