import type { StoredFile } from '../../../schemas/stored/file.ts';
import { latin1 } from './latin1.ts';
import { tiffPages } from './tiff.ts';

/** Width and height of a picture, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The pictures in a file, as it says itself before any of them is unpacked; empty if it does not say so. */
export function pictureSizes(type: StoredFile['contentType'], bytes: Uint8Array): PictureSize[] {
  switch (type) {
    case 'image/png':
      return [ofPng(bytes)];
    case 'image/jpeg':
      return ofJpeg(bytes);
    case 'image/tiff':
      return tiffPages(bytes) ?? [];
    case 'image/heic':
    case 'image/heif':
      return ofHeic(bytes);
    default:
      return [];
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The first chunk of every PNG says it. */
function ofPng(bytes: Uint8Array): PictureSize {
  const view = viewOf(bytes);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Markers of frames are C0 to CF but for three with other meanings. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** From segment to segment up to the first scan: a thumbnail lies within a segment. */
function ofJpeg(bytes: Uint8Array): PictureSize[] {
  const view = viewOf(bytes);
  const found: PictureSize[] = [];
  for (let at = 2; at + 9 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xda) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) found.push({ height: view.getUint16(at + 5), width: view.getUint16(at + 7) });
    at += 2 + view.getUint16(at + 2);
  }
  return found;
}

/** Each picture and tile has a property `ispe` with its size. */
function ofHeic(bytes: Uint8Array): PictureSize[] {
  const view = viewOf(bytes);
  const text = latin1(bytes.subarray(0, 1024 * 1024));
  return [...text.matchAll(/ispe/g)].flatMap(({ index }) =>
    index + 16 > bytes.length
      ? []
      : [{ width: view.getUint32(index + 8), height: view.getUint32(index + 12) }],
  );
}
