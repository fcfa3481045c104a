import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The colour type whose pixels are places in a palette. */
const PALETTE = 3;
/** By colour type: samples of a pixel, and bits of a sample. Grey, RGB, palette: none with transparency is taken. */
const TAKEN: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8] },
  2: { samples: 3, depths: [8] },
  [PALETTE]: { samples: 1, depths: [1, 2, 4, 8] },
};
const WIDEST = 2000;
const HIGHEST = 1000;

/**
 * Whether a picture is a PNG that can be put into a document as it is: whole, small enough, without transparency and
 * without interlacing. What is packed in it is unpacked up to the size that it says, and no further.
 */
export function isPlainPng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return false;
  const chunks = chunksOf(bytes);
  const head = chunks?.[0];
  if (!chunks || !isFramed(chunks) || head?.data.length !== 13) return false;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [depth = 0, colour = 9, packing, filtering, interlaced] = head.data.subarray(8);
  const taken = TAKEN[colour];
  if (!taken?.depths.includes(depth)) return false;
  if (packing !== 0 || filtering !== 0 || interlaced !== 0) return false;
  if (width < 1 || height < 1 || width > WIDEST || height > HIGHEST) return false;
  if (chunks.some(({ type }) => type === 'tRNS')) return false;
  if (colour === PALETTE && !hasPalette(chunks, depth)) return false;
  const size = (Math.ceil((width * taken.samples * depth) / 8) + 1) * height;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    return inflateSync(packed, { maxOutputLength: size }).length === size;
  } catch {
    return false;
  }
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Whether one head comes first and one end comes last. */
function isFramed(chunks: readonly Chunk[]): boolean {
  const placesOf = (wanted: string) =>
    chunks.flatMap(({ type }, place) => (type === wanted ? [place] : [])).join();
  return placesOf('IHDR') === '0' && placesOf('IEND') === String(chunks.length - 1);
}

/** Whether there is one palette, of whole colours and no more of them than a pixel can name. */
function hasPalette(chunks: readonly Chunk[], depth: number): boolean {
  const [palette, another] = chunks.filter(({ type }) => type === 'PLTE');
  if (!palette || another) return false;
  const { length } = palette.data;
  return length > 0 && length % 3 === 0 && length <= 3 * 2 ** depth;
}

/** The chunks of a PNG up to its end; undefined where it is cut off. */
function chunksOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let at = 8; at < bytes.length; ) {
    if (at + 12 > bytes.length) return undefined;
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return undefined;
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}
