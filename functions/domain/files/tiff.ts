interface Page {
  readonly width: number;
  readonly height: number;
}

const TAG = {
  width: 256,
  height: 257,
  stripOffsets: 273,
  stripSizes: 279,
  tileOffsets: 324,
  tileSizes: 325,
} as const;
const SHORT = 3;

/** More directories than any scan has pages: a chain that leads back to itself, or a bomb. */
const MOST_DIRECTORIES = 5000;

/**
 * The pages of a TIFF. Undefined: it is cut off or damaged, because a directory or the data of a page lie beyond its
 * end.
 */
export function tiffPages(bytes: Uint8Array): Page[] | undefined {
  if (bytes.length < 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const pages: Page[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at !== 0; ) {
    if (at + 6 > bytes.length || seen.has(at) || seen.size > MOST_DIRECTORIES) return undefined;
    seen.add(at);
    const count = view.getUint16(at, little);
    const end = at + 2 + 12 * count;
    if (end + 4 > bytes.length) return undefined;
    const read = (tag: number) => valuesOf(view, little, at + 2, count, tag);
    const [width] = read(TAG.width) ?? [];
    const [height] = read(TAG.height) ?? [];
    if (width === undefined || height === undefined || !hasData(read, bytes.length)) return undefined;
    pages.push({ width, height });
    at = view.getUint32(end, little);
  }
  return pages;
}

function hasData(read: (tag: number) => number[] | undefined, length: number): boolean {
  const offsets = read(TAG.stripOffsets) ?? read(TAG.tileOffsets) ?? [];
  const sizes = read(TAG.stripSizes) ?? read(TAG.tileSizes) ?? [];
  return offsets.length > 0 && offsets.every((offset, index) => offset + (sizes[index] ?? 0) <= length);
}

/** The numbers under a tag; undefined if it is missing or they lie beyond the end of the file. */
function valuesOf(
  view: DataView,
  little: boolean,
  from: number,
  entries: number,
  tag: number,
): number[] | undefined {
  for (let index = 0; index < entries; index += 1) {
    const at = from + 12 * index;
    if (view.getUint16(at, little) !== tag) continue;
    const width = view.getUint16(at + 2, little) === SHORT ? 2 : 4;
    const count = view.getUint32(at + 4, little);
    const start = count * width <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (start + count * width > view.byteLength) return undefined;
    return Array.from({ length: count }, (_, place) =>
      width === 2 ? view.getUint16(start + 2 * place, little) : view.getUint32(start + 4 * place, little),
    );
  }
  return undefined;
}
