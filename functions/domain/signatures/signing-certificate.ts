import { createHash } from 'node:crypto';
import type { Attribute } from 'pkijs';
import { digestName } from './algorithms.ts';
import type { Cert } from './certificate.ts';

const V1 = '1.2.840.113549.1.9.16.2.12';
const V2 = '1.2.840.113549.1.9.16.2.47';

interface Asn1 {
  readonly valueBlock: {
    readonly value?: readonly Asn1[];
    readonly valueHexView?: Uint8Array;
    toString(): string;
  };
  readonly idBlock: { readonly tagNumber: number };
}

const SEQUENCE = 16;

/**
 * Whether the signed attributes name the certificate by its hash (ESS, RFC 5035), as the baseline of PAdES demands:
 * without them another certificate of the same key could be put in its place.
 */
export function certificateNamed(
  attributes: readonly Attribute[],
  certificate: Cert,
): 'named' | 'absent' | 'differs' {
  const attribute = attributes.find(({ type }) => type === V2) ?? attributes.find(({ type }) => type === V1);
  if (!attribute) return 'absent';
  const ids = (attribute.values[0] as Asn1 | undefined)?.valueBlock.value?.[0];
  const [first, second] = ids?.valueBlock.value?.[0]?.valueBlock.value ?? [];
  if (!first) return 'differs';
  // V2 names the digest first, unless it is SHA-256; V1 is SHA-1 always, which here only picks one of few.
  const told = first.idBlock.tagNumber === SEQUENCE;
  const oid = told ? first.valueBlock.value?.[0]?.valueBlock.toString() : undefined;
  const name = attribute.type === V1 ? 'sha1' : oid === undefined ? 'sha256' : digestName(oid);
  const hash = told ? second : first;
  if (!name || !hash?.valueBlock.valueHexView) return 'differs';
  const right = createHash(name).update(certificate.der).digest();
  return right.equals(Buffer.from(hash.valueBlock.valueHexView)) ? 'named' : 'differs';
}
