import { createHash } from 'node:crypto';
import { fromBER } from 'asn1js';
import { type Attribute, Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import { digestName, verifySignature } from './algorithms.ts';
import { Cert } from './certificate.ts';
import { certificateNamed } from './signing-certificate.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const DATA = '1.2.840.113549.1.7.1';
export const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  revocation: '1.2.840.113583.1.1.8',
} as const;
/** Longest contents of a signature that are read. */
const LONGEST = 16 * 1024 * 1024;

/** A signature in CMS (RFC 5652) with one signer. */
export interface Cms {
  readonly signer: SignerInfo;
  readonly certificate: Cert | undefined;
  readonly certificates: readonly Cert[];
  readonly crls: readonly Buffer[];
  readonly signature: Buffer;
  readonly content: { readonly type: string; readonly bytes: Buffer | undefined };
}

/** Reads CMS; undefined if it is none, or one of a form that signatures of PDF do not have. */
export function readCms(bytes: Uint8Array): Cms | undefined {
  if (bytes.length === 0 || bytes.length > LONGEST) return undefined;
  try {
    const whole = Uint8Array.from(bytes).buffer;
    const { offset, result } = fromBER(whole);
    // The room that was kept for it is filled up with zeros.
    if (offset === -1 || Buffer.from(bytes.subarray(offset)).some(byte => byte !== 0)) return undefined;
    const info = new ContentInfo({ schema: result });
    if (info.contentType !== SIGNED_DATA) return undefined;
    const data = new SignedData({ schema: info.content });
    const [signer, ...others] = data.signerInfos;
    if (!signer || others.length > 0) return undefined;
    const certificates = (data.certificates ?? []).flatMap(one => {
      const read =
        one instanceof Certificate ? Cert.read(new Uint8Array(one.toSchema(true).toBER())) : undefined;
      return read ? [read] : [];
    });
    const crls = (data.crls ?? []).map(one => Buffer.from(one.toSchema(true).toBER()));
    const { eContent, eContentType } = data.encapContentInfo;
    return {
      signer,
      certificate: certificates.find(one => identifies(signer, one)),
      certificates,
      crls,
      signature: Buffer.from(signer.signature.valueBlock.valueHexView),
      content: { type: eContentType, bytes: eContent && Buffer.from(eContent.getValue()) },
    };
  } catch {
    return undefined;
  }
}

function identifies(signer: SignerInfo, certificate: Cert): boolean {
  const { sid } = signer;
  if (sid?.serialNumber && sid.issuer)
    return (
      certificate.parsed.serialNumber.isEqual(sid.serialNumber) &&
      Buffer.from(sid.issuer.toSchema().toBER()).equals(certificate.issuer)
    );
  const identifier = certificate.extension('2.5.29.14')?.parsedValue?.valueBlock?.valueHexView;
  return (
    identifier !== undefined &&
    Buffer.from(identifier).equals(Buffer.from(sid?.valueBlock?.valueHexView ?? []))
  );
}

export const attributeOf = (signer: SignerInfo, oid: string, signed: boolean): Attribute | undefined =>
  (signed ? signer.signedAttrs : signer.unsignedAttrs)?.attributes.find(({ type }) => type === oid);

/**
 * What is wrong with a signature over this content, before any question of trust. Empty: the content is what was
 * signed, and the key of the certificate signed it.
 */
export function faultsOfCms(cms: Cms, parts: readonly Uint8Array[], contentType = DATA): readonly string[] {
  const { signer, certificate } = cms;
  const oid = signer.digestAlgorithm.algorithmId;
  const name = digestName(oid);
  if (!name) return ['digest-not-accepted'];
  if (!certificate) return ['certificate-missing'];
  const signed = signer.signedAttrs;
  if (!signed) {
    const data = Buffer.concat(parts);
    return faultsOfKey(cms, certificate, oid, data);
  }
  const types = signed.attributes.map(({ type }) => type);
  if (new Set(types).size !== types.length) return ['cms-malformed'];
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  const told = attributeOf(signer, ATTRIBUTE.messageDigest, true)?.values[0];
  const toldType = attributeOf(signer, ATTRIBUTE.contentType, true)?.values[0];
  if (!told || toldType?.valueBlock?.toString() !== contentType) return ['cms-malformed'];
  if (!Buffer.from(told.valueBlock.valueHexView).equals(hash.digest())) return ['digest-differs'];
  const naming = certificateNamed(signed.attributes, certificate);
  if (naming === 'differs') return ['certificate-differs'];
  return faultsOfKey(cms, certificate, oid, Buffer.from(signed.encodedValue));
}

function faultsOfKey(cms: Cms, certificate: Cert, digest: string, data: Buffer): readonly string[] {
  let key: Cert['key'];
  try {
    key = certificate.key;
  } catch {
    return ['algorithm-not-accepted'];
  }
  const { signatureAlgorithm: algorithm } = cms.signer;
  const fault = verifySignature({ algorithm, digest, data, signature: cms.signature, key });
  return fault ? [fault] : [];
}

/** The time that the signer claims in its attributes, in milliseconds. */
export function claimedTime(cms: Cms): number | undefined {
  const value = attributeOf(cms.signer, ATTRIBUTE.signingTime, true)?.values[0];
  const date = typeof value?.toDate === 'function' ? value.toDate() : undefined;
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date.getTime() : undefined;
}
