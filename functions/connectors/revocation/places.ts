import type { Cert } from '../../domain/signatures/certificate.ts';
import { childrenOf, type Der, dotted } from '../../domain/signatures/der.ts';

const CRL_DISTRIBUTION_POINTS = '2.5.29.31';
const AUTHORITY_INFORMATION = '1.3.6.1.5.5.7.1.1';
const OCSP = '1.3.6.1.5.5.7.48.1';
const URI = 0x86;

/** Where a certificate says that its revocation is told. */
export function placesOf(certificate: Cert): {
  readonly crl: readonly string[];
  readonly ocsp: readonly string[];
} {
  try {
    const points = certificate.extension(CRL_DISTRIBUTION_POINTS);
    const information = certificate.extension(AUTHORITY_INFORMATION);
    return {
      crl: points ? urisIn(points) : [],
      ocsp: [...(information ? childrenOf(information) : [])].flatMap(access => {
        const [method, place] = childrenOf(access);
        return method && place?.tag === URI && dotted(method) === OCSP
          ? [place.content.toString('latin1')]
          : [];
      }),
    };
  } catch {
    return { crl: [], ocsp: [] };
  }
}

/** Addresses anywhere in a value. */
const urisIn = (value: Der): readonly string[] =>
  [...childrenOf(value)].flatMap(child => {
    if (child.tag === URI) return [child.content.toString('latin1')];
    return (child.tag & 0x20) === 0 ? [] : urisIn(child);
  });
