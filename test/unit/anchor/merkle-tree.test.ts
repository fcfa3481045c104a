import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pathOf, rootByPath, rootOf } from '../../../functions/domain/anchor/merkle-tree.ts';

/** The inputs and roots by which implementations of Certificate Transparency are tested (RFC 6962, RFC 9162). */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (leaf: string) => sha(Buffer.of(0), Buffer.from(leaf));

/** The root by another way: a stack of finished trees, as a log that grows leaf by leaf keeps them. */
function rootByStack(leaves: readonly string[]): string {
  const stack: { hash: Buffer; size: number }[] = [];
  const join = () => {
    const [right, left] = [stack.pop(), stack.pop()];
    if (!left || !right) throw new Error('nothing to join');
    stack.push({ hash: sha(Buffer.of(1), left.hash, right.hash), size: left.size + right.size });
  };
  for (const leaf of leaves) {
    stack.push({ hash: leafHash(leaf), size: 1 });
    while (stack.length > 1 && stack.at(-1)?.size === stack.at(-2)?.size) join();
  }
  while (stack.length > 1) join();
  return (stack[0]?.hash ?? sha()).toString('hex');
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, nth) => `leaf ${nth}`);

describe('the Merkle tree of a day', () => {
  it.each(ROOTS.map((root, size) => ({ root, size })))(
    'has the known root over $size leaves',
    ({ root, size }) => {
      const leaves = INPUTS.slice(0, size).map(hex => Buffer.from(hex, 'hex').toString('latin1'));
      expect(rootOf(leaves)).toBe(root);
    },
  );

  it('has the root of a log that grew leaf by leaf, and a path from every leaf to it', () => {
    for (let size = 1; size <= 70; size++) {
      const leaves = leavesOf(size);
      const root = rootByStack(leaves);
      expect(rootOf(leaves)).toBe(root);
      for (const [index, leaf] of leaves.entries()) {
        const path = pathOf(leaves, index);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(rootByPath({ leaf, index, size, path })).toBe(root);
      }
    }
  });

  it('has no path for another leaf, another place, another size, or with a hash more or less', () => {
    const leaves = leavesOf(13);
    const root = rootOf(leaves);
    for (const [index, leaf] of leaves.entries()) {
      const path = pathOf(leaves, index);
      const right = { leaf, index, size: 13, path };
      expect(rootByPath({ ...right, leaf: `${leaf} ` })).not.toBe(root);
      for (let other = 0; other < 16; other++)
        if (other !== index) expect(rootByPath({ ...right, index: other })).not.toBe(root);
      expect(rootByPath({ ...right, path: path.slice(1) })).not.toBe(root);
      expect(rootByPath({ ...right, path: [...path, root] })).not.toBe(root);
      expect(rootByPath({ ...right, path: path.toReversed() })).not.toBe(root);
    }
    expect(rootByPath({ leaf: 'leaf 0', index: 0, size: 0, path: [] })).toBeUndefined();
    expect(() => pathOf(leaves, 13)).toThrow(RangeError);
  });

  it('takes no node for a leaf', () => {
    const [a, b] = [leafHash('a'), leafHash('b')];
    const node = Buffer.concat([a, b]).toString('latin1');
    expect(rootOf(['a', 'b'])).not.toBe(rootOf([node]));
  });
});
