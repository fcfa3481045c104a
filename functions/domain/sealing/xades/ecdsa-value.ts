import { childrenOf, integer, readDer, sequence } from '../../signatures/der.ts';

/** Bytes of each of the two numbers of an ECDSA signature by a key on P-256. */
const SIZE = 32;

/** A signature of ECDSA as XML has it (RFC 9231, 2.3.6), both numbers beside one another, from DER. */
export function rawOfDer(signature: Uint8Array): Buffer {
  const numbers = [...childrenOf(readDer(Buffer.from(signature)))].map(({ content }) => {
    const padded = Buffer.concat([Buffer.alloc(SIZE), content]);
    return padded.subarray(padded.length - SIZE);
  });
  return Buffer.concat(numbers);
}

/** The same as DER, as certificates and libraries have it; undefined if it is not of that length. */
export function derOfRaw(signature: Buffer): Buffer | undefined {
  if (signature.length !== 2 * SIZE) return undefined;
  return sequence(integer(signature.subarray(0, SIZE)), integer(signature.subarray(SIZE)));
}
