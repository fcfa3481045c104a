import { createHash } from 'node:crypto';
import type { Signer } from '../../ports/signing.ts';
import { type Instant, toRfc3339 } from '../../vietnam-time.ts';
import { canonicalXml, DECLARATION } from '../../xml/canonical-xml.ts';
import type { XmlElement } from '../../xml/element.ts';
import { SealRefusal } from '../refusal.ts';
import { rawOfDer } from './ecdsa-value.ts';
import { signatureElement, signedInfo, signedProperties } from './signature-elements.ts';
import { verifyXml } from './verify-xml.ts';

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/**
 * A document with the agency's signature as the last of its elements: XAdES baseline B-B, enveloped (TT 15/2025/
 * TT-BKHCN, annex I, names XAdES for XML). The result is verified before it is given back.
 *
 * @returns the bytes of the file. With RSA the same document at the same moment gives the same bytes.
 * @throws SealRefusal `not-verified`; XmlTextError.
 */
export async function signXml(document: XmlElement, signer: Signer, at: Instant): Promise<Buffer> {
  const [own] = signer.chain;
  if (!own) throw new TypeError('a signer without a certificate');
  const digest = sha256(canonicalXml(document));
  const id = `S-${digest.toString('hex').slice(0, 16)}`;
  const properties = signedProperties({
    id,
    signingTime: toRfc3339(at),
    certificateDigest: inBase64(sha256(own)),
  });
  const info = signedInfo({
    id,
    algorithm: signer.algorithm,
    document: inBase64(digest),
    properties: inBase64(sha256(canonicalXml(properties))),
  });
  const made = await signer.sign(sha256(canonicalXml(info)));
  const value = inBase64(signer.algorithm === 'rsa-pkcs1-sha256' ? made : rawOfDer(made));
  const signature = signatureElement({
    id,
    info,
    properties,
    value,
    certificates: signer.chain.map(inBase64),
  });
  const signed = { ...document, children: [...document.children, signature] };
  const file = Buffer.from(`${DECLARATION}${canonicalXml(signed)}`, 'utf8');
  const checked = verifyXml(file);
  if (!checked.holds) throw new SealRefusal('not-verified', checked.fault);
  return file;
}
