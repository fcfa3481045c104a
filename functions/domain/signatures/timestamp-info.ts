import { readAlgorithm } from './algorithms.ts';
import { childrenOf, type Der, dotted, instantOf, octetsOf, readDer, TAG } from './der.ts';

/** What a token of a timestamp authority says (TSTInfo, RFC 3161). */
export interface TimestampInfo {
  readonly at: number;
  readonly digest: string;
  readonly imprint: Buffer;
  /** What the request had of its own; undefined if nothing. */
  readonly nonce: Buffer | undefined;
  readonly policy: string;
}

/** Undefined if the bytes are nothing of the kind. */
export function readTimestampInfo(bytes: Buffer | undefined): TimestampInfo | undefined {
  try {
    const [, policy, imprint, , time, ...rest] = bytes ? childrenOf(readDer(bytes)) : [];
    const [algorithm, hash] = imprint ? childrenOf(imprint) : [];
    if (!policy || !algorithm || !hash || !time) return undefined;
    const at = instantOf(time);
    if (Number.isNaN(at)) return undefined;
    return {
      at,
      digest: readAlgorithm(algorithm).oid,
      imprint: octetsOf(hash),
      nonce: nonceOf(rest),
      policy: dotted(policy),
    };
  } catch {
    return undefined;
  }
}

const nonceOf = (rest: readonly Der[]): Buffer | undefined =>
  rest.find(({ tag }) => tag === TAG.integer)?.content;
