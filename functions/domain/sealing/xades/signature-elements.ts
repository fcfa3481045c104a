import type { Signer } from '../../ports/signing.ts';
import { element, type XmlElement } from '../../xml/element.ts';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const PROPERTIES = 'http://uri.etsi.org/01903#SignedProperties';

/** What XML calls the algorithms of signatures (RFC 9231). */
export const SIGNATURE_METHODS: Readonly<Record<Signer['algorithm'], string>> = {
  'rsa-pkcs1-sha256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'ecdsa-p256-sha256': 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
};

/** What the signer states beside the document. */
export interface SignedClaims {
  /** Distinguishes the ids of this signature from those of others, should files be put into one. */
  readonly id: string;
  /** RFC 3339. */
  readonly signingTime: string;
  /** SHA-256 of the signer's certificate, base64. */
  readonly certificateDigest: string;
}

const digestOf = (value: string): XmlElement[] => [
  element('ds:DigestMethod', [], { Algorithm: SHA256 }),
  element('ds:DigestValue', value),
];

/** What a baseline signature says of itself (EN 319 132-1, B-B): when, by which certificate, and of what. */
export function signedProperties({ id, signingTime, certificateDigest }: SignedClaims): XmlElement {
  return element(
    'xades:SignedProperties',
    [
      element('xades:SignedSignatureProperties', [
        element('xades:SigningTime', signingTime),
        element('xades:SigningCertificateV2', [
          element('xades:Cert', [element('xades:CertDigest', digestOf(certificateDigest))]),
        ]),
      ]),
      element('xades:SignedDataObjectProperties', [
        element('xades:DataObjectFormat', [element('xades:MimeType', 'text/xml')], {
          ObjectReference: `#${id}-document`,
        }),
      ]),
    ],
    { Id: `${id}-properties` },
  );
}

/** What is signed: the digests, in base64, of the document without the signature and of the properties. */
export function signedInfo(asked: {
  readonly id: string;
  readonly algorithm: Signer['algorithm'];
  readonly document: string;
  readonly properties: string;
}): XmlElement {
  const { id, algorithm, document, properties } = asked;
  return element('ds:SignedInfo', [
    element('ds:CanonicalizationMethod', [], { Algorithm: EXCLUSIVE }),
    element('ds:SignatureMethod', [], { Algorithm: SIGNATURE_METHODS[algorithm] }),
    element('ds:Reference', [transforms(ENVELOPED, EXCLUSIVE), ...digestOf(document)], {
      Id: `${id}-document`,
      URI: '',
    }),
    element('ds:Reference', [transforms(EXCLUSIVE), ...digestOf(properties)], {
      Type: PROPERTIES,
      URI: `#${id}-properties`,
    }),
  ]);
}

const transforms = (...algorithms: readonly string[]): XmlElement =>
  element(
    'ds:Transforms',
    algorithms.map(Algorithm => element('ds:Transform', [], { Algorithm })),
  );

/** The signature as it stands in the document. `value` and `certificates` are base64. */
export function signatureElement(parts: {
  readonly id: string;
  readonly info: XmlElement;
  readonly properties: XmlElement;
  readonly value: string;
  readonly certificates: readonly string[];
}): XmlElement {
  const { id, info, properties, value, certificates } = parts;
  return element(
    'ds:Signature',
    [
      info,
      element('ds:SignatureValue', value),
      element('ds:KeyInfo', [
        element(
          'ds:X509Data',
          certificates.map(certificate => element('ds:X509Certificate', certificate)),
        ),
      ]),
      element('ds:Object', [element('xades:QualifyingProperties', [properties], { Target: `#${id}` })]),
    ],
    { Id: id },
  );
}
