import { verify } from 'node:crypto';
import { createRequire } from 'node:module';
import { SignedXml } from 'xml-crypto';

const ECDSA = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256';

/** The verifier has RSA of its own; the numbers of ECDSA stand beside one another (RFC 9231, 2.3.6). */
class EcdsaSha256 {
  getSignature(): string {
    throw new Error('only verifies');
  }
  verifySignature(material: string, key: never, value: string): boolean {
    const how = { key, dsaEncoding: 'ieee-p1363' } as const;
    return verify('sha256', Buffer.from(material), how, Buffer.from(value, 'base64'));
  }
  getAlgorithmName(): string {
    return ECDSA;
  }
}

interface Parsed {
  getElementsByTagName(name: string): { item(index: number): unknown; readonly length: number };
  readonly documentElement: { readonly textContent: string };
}

/** A document as a parser reads it that is not ours. */
export function parsed(xml: string): Parsed {
  const require = createRequire(createRequire(import.meta.url).resolve('xml-crypto'));
  const { DOMParser } = require('@xmldom/xmldom');
  return new DOMParser().parseFromString(xml, 'text/xml');
}

/** Whether xml-crypto takes the signature of a document: its references, their transforms, and the signature itself. */
export function takenByOthers(file: Uint8Array, certificate: string): boolean {
  const xml = Buffer.from(file).toString('utf8');
  const verifier = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  verifier.SignatureAlgorithms[ECDSA] = EcdsaSha256 as never;
  try {
    verifier.loadSignature(parsed(xml).getElementsByTagName('ds:Signature').item(0) as never);
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
}
