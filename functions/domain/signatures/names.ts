import { childrenOf, dotted, readDer } from './der.ts';

const BMP = 0x1e;
const UTF8 = 0x0c;

/** A part of a name of X.500 (`CN`, `O`), the first of its kind. */
export function partOfName(name: Buffer, oid: string): string | undefined {
  for (const set of childrenOf(readDer(name)))
    for (const part of childrenOf(set)) {
      const [type, value] = childrenOf(part);
      if (!type || !value || dotted(type) !== oid) continue;
      if (value.tag === BMP)
        return Buffer.from(value.content.subarray(0, value.content.length & ~1))
          .swap16()
          .toString('utf16le');
      return value.content.toString(value.tag === UTF8 ? 'utf8' : 'latin1');
    }
  return undefined;
}
