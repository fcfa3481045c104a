import { crc32, deflateSync } from 'node:zlib';

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};

/** A PNG of one grey pixel. */
export function rightPng(): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, data: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
};

const SCAN = Buffer.from('7f00ff00a1ffd0b2ff0012', 'hex');
const END = Buffer.from('ffd9', 'hex');

/** A JPEG as a camera writes it: a whole small one within its Exif data, then two scans. */
export function rightJpeg(): Buffer {
  const within = Buffer.concat([Buffer.from('ffd8', 'hex'), segment(0xda, Buffer.alloc(6)), SCAN, END]);
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), within])),
    segment(0xdb, Buffer.alloc(65)),
    Buffer.from('ff', 'hex'),
    segment(0xc2, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.alloc(6)),
    SCAN,
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.alloc(6)),
    SCAN,
    END,
  ]);
}

/** The beginning of a picture as telephones write it (ISO base media file format), by its brand. */
export function pictureOfBrand(brand: string): Buffer {
  const head = Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1');
  return Buffer.concat([head, Buffer.alloc(200, 1)]);
}
