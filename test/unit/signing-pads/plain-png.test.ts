import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isPlainPng } from '../../../functions/records/inks/plain-png.ts';

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colour?: number;
  readonly depth?: number;
  readonly interlaced?: number;
  readonly rows?: Buffer;
  readonly more?: readonly Buffer[];
}

const palette = (bytes: number) => chunk('PLTE', Buffer.alloc(bytes));

function png(look: Look = {}): Buffer {
  const { width = 20, height = 10, colour = 0, depth = 8, interlaced = 0, rows, more = [] } = look;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlaced], 8);
  const samples = colour === 2 ? 3 : colour === 6 ? 4 : 1;
  const raw = rows ?? Buffer.alloc((Math.ceil((width * samples * depth) / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('the picture of a hardware pad', () => {
  test('in grey, in colours or with a palette is taken', () => {
    expect(isPlainPng(png())).toBe(true);
    expect(isPlainPng(png({ colour: 2 }))).toBe(true);
    expect(isPlainPng(png({ colour: 3, more: [palette(6)] }))).toBe(true);
    expect(isPlainPng(png({ width: 2000, height: 1000 }))).toBe(true);
  });

  test.each([1, 2, 4, 8])('of %i bits is taken in grey and with a palette, but not in colours', depth => {
    expect(isPlainPng(png({ depth }))).toBe(true);
    expect(isPlainPng(png({ colour: 3, depth, more: [palette(3 * 2 ** depth)] }))).toBe(true);
    expect(isPlainPng(png({ colour: 2, depth }))).toBe(depth === 8);
  });

  test.each([0, 3, 5, 6, 7, 16])('of %i bits is refused', depth => {
    expect(isPlainPng(png({ depth }))).toBe(false);
    expect(isPlainPng(png({ colour: 3, depth, more: [palette(3)] }))).toBe(false);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no PNG', Buffer.from('GIF89a')],
    ['cut off', png().subarray(0, -14)],
    ['too wide', png({ width: 2001 })],
    ['too high', png({ height: 1001 })],
    ['empty', png({ width: 0 })],
    ['interlaced', png({ interlaced: 1 })],
    ['with transparency', png({ colour: 6 })],
    ['with a transparent colour', png({ more: [chunk('tRNS', Buffer.alloc(2))] })],
    ['without its palette', png({ colour: 3 })],
    ['with an empty palette', png({ colour: 3, more: [palette(0)] })],
    ['with half a colour in its palette', png({ colour: 3, more: [palette(7)] })],
    ['with more colours than its pixels can name', png({ colour: 3, depth: 1, more: [palette(9)] })],
    ['with two palettes', png({ colour: 3, more: [palette(6), palette(6)] })],
    ['with a second head', png({ more: [chunk('IHDR', Buffer.alloc(13))] })],
    ['with an end within', png({ more: [chunk('IEND', Buffer.alloc(0))] })],
    ['with something after its end', Buffer.concat([png(), chunk('tEXt', Buffer.alloc(2))])],
    ['with too few rows', png({ rows: Buffer.alloc(20) })],
    ['that unpacks to far more than it says', png({ rows: Buffer.alloc(50_000_000) })],
  ])('%s is refused', (_, bytes) => {
    expect(isPlainPng(bytes)).toBe(false);
  });

  test('whose rows are no packed data is refused', () => {
    const bytes = png();
    bytes.fill(0xff, bytes.indexOf('IDAT') + 4, bytes.indexOf('IDAT') + 12);
    expect(isPlainPng(bytes)).toBe(false);
  });
});
