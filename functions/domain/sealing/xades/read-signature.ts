import type { Signer } from '../../ports/signing.ts';
import { canonicalXml, DECLARATION, NAMESPACES } from '../../xml/canonical-xml.ts';
import { SIGNATURE_METHODS, signatureElement, signedInfo, signedProperties } from './signature-elements.ts';

/** A signed document taken apart; every value is as it stands there, in base64 but for the time. */
export interface ReadSignature {
  /** The document without its signature, in canonical form. */
  readonly document: string;
  readonly algorithm: Signer['algorithm'];
  readonly documentDigest: string;
  readonly propertiesDigest: string;
  readonly certificateDigest: string;
  readonly signingTime: string;
  readonly value: string;
  readonly certificates: readonly string[];
  /** In canonical form. */
  readonly info: string;
  readonly properties: string;
}

const OPENING = `<ds:Signature xmlns:ds="${NAMESPACES.ds}" Id="`;
const CLOSING = '</ds:Signature>';

/**
 * Takes a signed file apart; undefined if it is not written exactly as `signXml` writes. The signature is put together
 * again from its values and compared, so nothing can stand in it that is not looked at, and there is one signature, in
 * one place: elements cannot be moved about (signature wrapping).
 */
export function readSignature(file: Uint8Array): ReadSignature | undefined {
  const text = textOf(file);
  const start = text.indexOf(OPENING);
  const end = text.indexOf(CLOSING) + CLOSING.length;
  if (!text.startsWith(`${DECLARATION}<`) || start < 0 || end <= start) return undefined;
  const [before, signature, after] = [
    text.slice(DECLARATION.length, start),
    text.slice(start, end),
    text.slice(end),
  ];
  const root = /^<([A-Za-z]+)[ >]/.exec(before)?.[1];
  if (after !== `</${root}>` || /<[!?]/.test(before)) return undefined;
  const read = valuesOf(signature);
  return read && { ...read, document: `${before}${after}` };
}

function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  } catch {
    return '';
  }
}

function valuesOf(signature: string): Omit<ReadSignature, 'document'> | undefined {
  const id = /^[^"]*"[^"]*" Id="(S-[0-9a-f]{16})"/.exec(signature)?.[1];
  const method = / Algorithm="([^"]*#(?:rsa|ecdsa)-sha256)"/.exec(signature)?.[1];
  const algorithm = (['rsa-pkcs1-sha256', 'ecdsa-p256-sha256'] as const).find(
    each => SIGNATURE_METHODS[each] === method,
  );
  const [documentDigest, propertiesDigest, certificateDigest] = textsOf(signature, 'ds:DigestValue');
  const [value] = textsOf(signature, 'ds:SignatureValue');
  const [signingTime] = textsOf(signature, 'xades:SigningTime');
  const certificates = textsOf(signature, 'ds:X509Certificate');
  if (!id || !algorithm || !documentDigest || !propertiesDigest || !certificateDigest) return undefined;
  if (!value || !signingTime) return undefined;
  const properties = signedProperties({ id, signingTime, certificateDigest });
  const info = signedInfo({ id, algorithm, document: documentDigest, properties: propertiesDigest });
  const again = canonicalXml(signatureElement({ id, info, properties, value, certificates }));
  if (again !== signature) return undefined;
  return {
    algorithm,
    documentDigest,
    propertiesDigest,
    certificateDigest,
    signingTime,
    value,
    certificates,
    info: canonicalXml(info),
    properties: canonicalXml(properties),
  };
}

/** Texts of elements, as far as they are base64 or a time: nothing else can stand in a signature. */
const textsOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([\\w+/=:.-]+)</${name}>`, 'g'))].map(([, text = '']) => text);
