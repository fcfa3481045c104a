import { createHash } from 'node:crypto';

/**
 * Merkle trees as RFC 9162 (2.1) builds them: leaves and nodes are hashed apart, so that no node can be passed off as a
 * leaf, and a list splits at the largest power of two below its length.
 */

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export function hashOfLeaf(leaf: string): Buffer {
  return createHash('sha256').update(LEAF).update(leaf).digest();
}

function hashOfNode(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

const hashOfNothing = () => createHash('sha256').digest();

/** The largest power of two below a length of at least two. */
const splitOf = (length: number) => 2 ** Math.ceil(Math.log2(length) - 1);

/** The root of a tree, in hexadecimal. */
export function rootOf(leaves: readonly string[]): string {
  return treeOver(leaves.map(hashOfLeaf)).toString('hex');
}

function treeOver(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes;
  if (first === undefined) return hashOfNothing();
  if (hashes.length === 1) return first;
  const split = splitOf(hashes.length);
  return hashOfNode(treeOver(hashes.slice(0, split)), treeOver(hashes.slice(split)));
}

/** What proves that a leaf is in a tree: the hashes beside its way to the root, from the leaf upwards. */
export function pathOf(leaves: readonly string[], index: number): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`a tree of ${leaves.length} leaves has no leaf ${index}`);
  return pathIn(leaves.map(hashOfLeaf), index).map(hash => hash.toString('hex'));
}

function pathIn(hashes: readonly Buffer[], index: number): Buffer[] {
  if (hashes.length === 1) return [];
  const split = splitOf(hashes.length);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...pathIn(left, index), treeOver(right)]
    : [...pathIn(right, index - split), treeOver(left)];
}

/** A leaf's place in a tree, and the hashes beside its way to the root. */
export interface Inclusion {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

/**
 * The root that a proof of inclusion leads to (RFC 9162, 2.1.3.2), in hexadecimal; undefined where the path is not one
 * of such a place in such a tree.
 */
export function rootByPath({ leaf, index, size, path }: Inclusion): string | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    return undefined;
  let [at, last] = [index, size - 1];
  let hash = hashOfLeaf(leaf);
  for (const beside of path) {
    if (last === 0 || !/^[0-9a-f]{64}$/.test(beside)) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = hashOfNode(Buffer.from(beside, 'hex'), hash);
      // A last leaf without a neighbour rises unhashed until it has one.
      for (; at % 2 === 0 && at > 0; last = Math.floor(last / 2)) at /= 2;
    } else hash = hashOfNode(hash, Buffer.from(beside, 'hex'));
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash.toString('hex') : undefined;
}
