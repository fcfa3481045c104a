import { Readable, type Transform } from 'node:stream';
import { createInflate, createInflateRaw } from 'node:zlib';

/** More was packed than may be unpacked. */
export class TooMuch extends Error {}

/** How data are packed: with a header (PDF), or without (ZIP). */
export type Packing = 'zlib' | 'raw';

const unpackers: Readonly<Record<Packing, () => Transform>> = {
  zlib: () => createInflate(),
  raw: () => createInflateRaw(),
};

export interface Unpacked {
  readonly size: number;
  /** Not damaged. */
  readonly whole: boolean;
}

/** Bytes handed to the unpacker at once: what it makes of them is at most a thousand times as much. */
const PIECE = 64 * 1024;

/**
 * Counts what data unpack to, and hands it over piece by piece. Damaged data are unpacked up to the damage, as readers
 * do.
 *
 * @throws TooMuch as soon as it is more than `most` bytes.
 */
export async function unpack(
  data: Uint8Array,
  packing: Packing,
  most: number,
  take: (piece: Uint8Array) => void = () => undefined,
): Promise<Unpacked> {
  let size = 0;
  let whole = true;
  const unpacker = unpackers[packing]();
  const source = Readable.from(pieces(data));
  source.pipe(unpacker);
  try {
    for await (const piece of unpacker) {
      size += piece.length;
      if (size > most) throw new TooMuch();
      take(piece);
    }
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    whole = false;
  } finally {
    source.destroy();
    unpacker.destroy();
  }
  return { size, whole };
}

function* pieces(data: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
}
