import { createHash } from 'node:crypto';
import { fromBER } from 'asn1js';
import { BasicOCSPResponse, OCSPResponse, type SingleResponse } from 'pkijs';
import { verifySignature } from './algorithms.ts';
import { Cert } from './certificate.ts';
import { issued } from './chain.ts';

const BASIC = '1.3.6.1.5.5.7.48.1.1';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/** Digests by which an answer may name an issuer; they name one of those at hand, and prove nothing. */
const NAMING: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** What an authority answered of one certificate. */
export interface OcspStatus {
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly revokedSince: number | undefined;
  readonly thisUpdate: number;
  readonly nextUpdate: number;
}

/** Reads an answer by OCSP (RFC 6960), whole or its basic part; undefined if it is none. */
export function readOcsp(bytes: Uint8Array): BasicOCSPResponse | undefined {
  try {
    const { result } = fromBER(Uint8Array.from(bytes).buffer);
    try {
      const whole = new OCSPResponse({ schema: result });
      if (whole.responseBytes?.responseType !== BASIC) return undefined;
      return BasicOCSPResponse.fromBER(
        Uint8Array.from(whole.responseBytes.response.valueBlock.valueHexView).buffer,
      );
    } catch {
      return new BasicOCSPResponse({ schema: result });
    }
  } catch {
    return undefined;
  }
}

/** What the answer says of a certificate; undefined if it is about another, or not signed by who may. */
export function statusIn(
  answer: BasicOCSPResponse,
  certificate: Cert,
  issuer: Cert,
  at: number,
): OcspStatus | undefined {
  try {
    const single = answer.tbsResponseData.responses.find(one => isAbout(one, certificate, issuer));
    if (!single || !isSigned(answer, issuer, at)) return undefined;
    const { certStatus, thisUpdate, nextUpdate } = single;
    const tag: number = certStatus.idBlock.tagNumber;
    const since = certStatus.valueBlock?.value?.[0]?.toDate?.();
    return {
      status: tag === 0 ? 'good' : tag === 1 ? 'revoked' : 'unknown',
      revokedSince: tag === 1 ? (since instanceof Date ? since.getTime() : 0) : undefined,
      thisUpdate: thisUpdate.getTime(),
      nextUpdate: nextUpdate?.getTime() ?? Number.POSITIVE_INFINITY,
    };
  } catch {
    return undefined;
  }
}

function isAbout({ certID }: SingleResponse, certificate: Cert, issuer: Cert): boolean {
  const digest = NAMING[certID.hashAlgorithm.algorithmId];
  if (!digest || !certID.serialNumber.isEqual(certificate.parsed.serialNumber)) return false;
  const hash = (bytes: Uint8Array) => createHash(digest).update(bytes).digest();
  const key = issuer.parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return (
    hash(issuer.subject).equals(Buffer.from(certID.issuerNameHash.valueBlock.valueHexView)) &&
    hash(key).equals(Buffer.from(certID.issuerKeyHash.valueBlock.valueHexView))
  );
}

/** Signed by the issuer itself, or by one that it authorized for this. */
function isSigned(answer: BasicOCSPResponse, issuer: Cert, at: number): boolean {
  const delegates = (answer.certs ?? []).flatMap(
    one => Cert.read(new Uint8Array(one.toSchema(true).toBER())) ?? [],
  );
  const able = [
    issuer,
    ...delegates.filter(
      one =>
        one.purposes?.includes(OCSP_SIGNING) &&
        at >= one.notBefore &&
        at <= one.notAfter &&
        issued(issuer, one),
    ),
  ];
  const data = new Uint8Array(answer.tbsResponseData.tbsView);
  const signature = answer.signature.valueBlock.valueHexView;
  return able.some(
    ({ key }) =>
      verifySignature({ algorithm: answer.signatureAlgorithm, data, signature, key }) === undefined,
  );
}
