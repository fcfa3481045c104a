import { latin1 } from './latin1.ts';

/** `ContentInfo` of CMS (RFC 5652) with signed data: its beginning after the outer length. */
const SIGNED_DATA = Uint8Array.of(0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02);
const OCTETS = 0x04;
const CONSTRUCTED_OCTETS = 0x24;

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** The element at a place, in DER; undefined if it is not whole. */
function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  const digits = first < 0x80 ? 0 : first & 0x7f;
  // 0x80 alone announces a length that is not told; five digits are more than any file has.
  if (first === 0x80 || digits > 4) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let digit = 0; digit < digits; digit += 1) length = length * 256 + (bytes[at + 2 + digit] ?? 0);
  const start = at + 2 + digits;
  const end = start + length;
  return end <= bytes.length ? { tag, start, end } : undefined;
}

function childrenOf(bytes: Uint8Array, { start, end }: Element): Element[] | undefined {
  const children: Element[] = [];
  for (let at = start; at < end; ) {
    const child = elementAt(bytes, at);
    if (!child || child.end > end) return undefined;
    children.push(child);
    at = child.end;
  }
  return children;
}

/** Whether a file begins as signed data do, whole or not. */
export function beginsAsSignedData(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && latin1(bytes.subarray(2, 20)).includes(latin1(SIGNED_DATA));
}

/**
 * What signed data (.p7m, .p7s) hold beside the signatures. `content` is undefined where the signed file lies apart.
 * Undefined: damaged, or not in DER.
 */
export function signedData(bytes: Uint8Array): { readonly content: Uint8Array | undefined } | undefined {
  const outer = elementAt(bytes, 0);
  if (outer?.end !== bytes.length) return undefined;
  const [, explicit] = childrenOf(bytes, outer) ?? [];
  const [data] = (explicit && childrenOf(bytes, explicit)) ?? [];
  const [, , encapsulated] = (data && childrenOf(bytes, data)) ?? [];
  const parts = encapsulated && childrenOf(bytes, encapsulated);
  if (!parts || parts.length === 0) return undefined;
  const [, wrapped] = parts;
  if (!wrapped) return { content: undefined };
  const octets = elementAt(bytes, wrapped.start);
  if (!octets) return undefined;
  if (octets.tag === OCTETS) return { content: bytes.subarray(octets.start, octets.end) };
  const pieces = octets.tag === CONSTRUCTED_OCTETS ? childrenOf(bytes, octets) : undefined;
  return pieces && { content: Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end))) };
}
