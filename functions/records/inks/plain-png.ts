import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel, by colour type: grey, RGB, palette. Those with transparency are not taken. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 };
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
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13 || chunks.at(-1)?.type !== 'IEND')
    return false;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [depth = 0, colour = 9, , , interlaced] = head.data.subarray(8);
  const samples = SAMPLES[colour];
  if (samples === undefined || depth > 8 || interlaced !== 0) return false;
  if (width < 1 || height < 1 || width > WIDEST || height > HIGHEST) return false;
  if (chunks.some(({ type }) => type === 'tRNS')) return false;
  if (colour === 3 && !chunks.some(({ type }) => type === 'PLTE')) return false;
  const size = (Math.ceil((width * samples * depth) / 8) + 1) * height;
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
