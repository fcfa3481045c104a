import { crc32 } from 'node:zlib';

/** A running checksum. */
export interface Hasher {
  update(data: Buffer): void;
  /** The checksum in network byte order. */
  digest(): Buffer;
}

/** CRC-32 as zip files and S3's default use it. */
export function crc32Hasher(): Hasher {
  let value = 0;
  return {
    update: data => {
      value = crc32(data, value);
    },
    digest: () => {
      const result = Buffer.alloc(4);
      result.writeUInt32BE(value);
      return result;
    },
  };
}

/** Eight tables of 256 entries for taking eight bytes at a step; 64-bit values in two halves, since BigInt is slow. */
interface CrcTables {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

function buildTables(polynomialHigh: number, polynomialLow: number): CrcTables {
  const high = new Uint32Array(2048);
  const low = new Uint32Array(2048);
  for (let byte = 0; byte < 256; byte++) {
    let [h, l] = [0, byte];
    for (let bit = 0; bit < 8; bit++) {
      const carry = l & 1;
      l = (l >>> 1) | (h << 31);
      h >>>= 1;
      if (carry) {
        h ^= polynomialHigh;
        l ^= polynomialLow;
      }
    }
    high[byte] = h;
    low[byte] = l;
  }
  for (let entry = 256; entry < 2048; entry++) {
    const [h, l] = [high[entry - 256] ?? 0, low[entry - 256] ?? 0];
    high[entry] = (h >>> 8) ^ (high[l & 0xff] ?? 0);
    low[entry] = ((l >>> 8) | (h << 24)) ^ (low[l & 0xff] ?? 0);
  }
  return { high, low };
}

/** A reflected CRC of up to 64 bits, starting from and finished by inverting its `bytes` bytes. */
function reflectedHasher({ high, low }: CrcTables, bytes: 4 | 8): Hasher {
  let h = bytes === 8 ? 0xffffffff : 0;
  let l = 0xffffffff;
  return {
    update(data) {
      let at = 0;
      for (const end = data.length - 7; at < end; at += 8) {
        const x = l ^ data.readUInt32LE(at);
        const y = h ^ data.readUInt32LE(at + 4);
        const [a, b, c, d] = [
          1792 + (x & 255),
          1536 + ((x >>> 8) & 255),
          1280 + ((x >>> 16) & 255),
          1024 + (x >>> 24),
        ];
        const [e, f, g, i] = [768 + (y & 255), 512 + ((y >>> 8) & 255), 256 + ((y >>> 16) & 255), y >>> 24];
        const pick = (t: Uint32Array, n: number) => t[n] ?? 0;
        h =
          pick(high, a) ^
          pick(high, b) ^
          pick(high, c) ^
          pick(high, d) ^
          pick(high, e) ^
          pick(high, f) ^
          pick(high, g) ^
          pick(high, i);
        l =
          pick(low, a) ^
          pick(low, b) ^
          pick(low, c) ^
          pick(low, d) ^
          pick(low, e) ^
          pick(low, f) ^
          pick(low, g) ^
          pick(low, i);
      }
      for (; at < data.length; at++) {
        const index = (l ^ (data[at] ?? 0)) & 0xff;
        l = ((l >>> 8) | (h << 24)) ^ (low[index] ?? 0);
        h = (h >>> 8) ^ (high[index] ?? 0);
      }
    },
    digest() {
      const result = Buffer.alloc(8);
      result.writeUInt32BE(~h >>> 0);
      result.writeUInt32BE(~l >>> 0, 4);
      return result.subarray(8 - bytes);
    },
  };
}

const CASTAGNOLI = buildTables(0, 0x82f63b78);
const NVME = buildTables(0x9a6c9329, 0xac4bc9b5);

/** CRC-32C (Castagnoli). */
export function crc32cHasher(): Hasher {
  return reflectedHasher(CASTAGNOLI, 4);
}

/** CRC-64/NVME, which S3 computes itself for uploads that bring no checksum. */
export function crc64NvmeHasher(): Hasher {
  return reflectedHasher(NVME, 8);
}
