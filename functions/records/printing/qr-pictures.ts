import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';

const QUIET = 4;
/** Pixels a module is wide in the PNG: a telephone reads it from a page, and from a print. */
const SCALE = 8;

/** A QR code as SVG, and as PNG in a data address. */
export function qrPictures(text: string): { readonly svg: string; readonly png: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  return {
    svg: encodeQR(text, 'svg', { ecc: 'medium', border: QUIET }),
    png: `data:image/png;base64,${pngOf(rows).toString('base64')}`,
  };
}

/** A greyscale PNG of one bit a pixel. */
function pngOf(rows: readonly (readonly boolean[])[]): Buffer {
  const side = rows.length * SCALE;
  const lines = rows.flatMap(row => Array.from({ length: SCALE }, () => lineOf(row, side)));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A line of pixels: a byte that says it is not filtered, then eight pixels a byte, white as one. */
function lineOf(row: readonly boolean[], side: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(side / 8));
  for (let x = 0; x < side; x++)
    if (!row[Math.floor(x / SCALE)]) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
  return line;
}

function chunk(kind: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
