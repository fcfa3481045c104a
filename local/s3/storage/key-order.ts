/** Compares two keys in the order of their UTF-8 bytes, which is S3's; UTF-16's differs beyond U+FFFF. */
export function compareKeys(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (x !== y) return codeUnitRank(x) - codeUnitRank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all other code units. */
function codeUnitRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Keys kept in order. */
export interface SortedKeys {
  add(key: string): void;
  delete(key: string): void;
  /** The position of the first key for which `before` no longer holds; `before` holds for a first stretch only. */
  seek(before: (key: string) => boolean): number;
  at(position: number): string | undefined;
}

export function sortedKeys(initial: Iterable<string>): SortedKeys {
  const keys = [...initial].sort(compareKeys);
  const seek = (before: (key: string) => boolean) => {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(keys[middle] ?? '')) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const positionOf = (key: string) => seek(known => compareKeys(known, key) < 0);
  return {
    seek,
    at: position => keys[position],
    add(key) {
      const position = positionOf(key);
      if (keys[position] !== key) keys.splice(position, 0, key);
    },
    delete(key) {
      const position = positionOf(key);
      if (keys[position] === key) keys.splice(position, 1);
    },
  };
}
