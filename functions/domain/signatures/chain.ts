import { verifySignature } from './algorithms.ts';
import { Cert } from './certificate.ts';

const LONGEST = 8;
const MOST_TRIES = 60;
/** Bits of KeyUsage. */
const KEY_CERT_SIGN = 5;

/** Whether `issuer` issued `certificate`: by its name and by its signature. */
export function issued(issuer: Cert, certificate: Cert): boolean {
  const { algorithm, bytes, signature } = certificate.signed;
  if (!issuer.subject.equals(certificate.issuer)) return false;
  try {
    return verifySignature({ algorithm, data: bytes, signature, key: issuer.key }) === undefined;
  } catch {
    return false;
  }
}

const mayIssue = (certificate: Cert): boolean =>
  certificate.authority !== undefined && certificate.mayBeUsed(KEY_CERT_SIGN);

/**
 * The way from a certificate to one of the configured authorities, both included; undefined if there is none. A
 * certificate that is itself configured is its own way.
 */
export function chainOf(
  certificate: Cert,
  known: readonly Cert[],
  authorities: readonly Cert[],
): readonly Cert[] | undefined {
  let tries = 0;
  function onwards(way: readonly Cert[]): readonly Cert[] | undefined {
    const last = way.at(-1);
    if (!last || way.length > LONGEST) return undefined;
    if (authorities.some(({ der }) => der.equals(last.der))) return way;
    for (const candidate of [...authorities, ...known]) {
      if (way.some(({ der }) => der.equals(candidate.der)) || !mayIssue(candidate)) continue;
      if (!candidate.subject.equals(last.issuer)) continue;
      tries += 1;
      if (tries > MOST_TRIES) return undefined;
      if (!issued(candidate, last) || tooLong(candidate, way.length - 1)) continue;
      const found = onwards([...way, candidate]);
      if (found) return found;
    }
    return undefined;
  }
  return onwards([certificate]);
}

/** Whether an authority has more authorities below it than its certificate allows. */
const tooLong = (authority: Cert, below: number): boolean => below > (authority.authority?.longest ?? 0);

/** Certificates among these bytes; what is none is left out. */
export const readCertificates = (encoded: readonly Uint8Array[]): readonly Cert[] =>
  encoded.flatMap(der => Cert.read(der) ?? []);

/** What the certificates of a chain say against themselves at an instant. */
export function faultsOfChain(chain: readonly Cert[], at: number): readonly string[] {
  const faults = new Set<string>();
  for (const certificate of chain) {
    if (at < certificate.notBefore) faults.add('certificate-not-yet-valid');
    if (at > certificate.notAfter) faults.add('certificate-expired');
    if (certificate.hasUnknownCritical) faults.add('certificate-not-judged');
  }
  return [...faults];
}
