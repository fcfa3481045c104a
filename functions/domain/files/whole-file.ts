import type { StoredFile } from '../../../schemas/stored/file.ts';
import { latin1 } from './beginnings.ts';

/**
 * Whether a file is complete. Programs show what is left of a truncated file, so nobody would notice the missing
 * page.
 */
export function isWhole(type: StoredFile['contentType'], bytes: Uint8Array): boolean {
  switch (type) {
    case 'application/pdf':
      return isWholePdf(bytes);
    case 'image/jpeg':
      return isWholeJpeg(bytes);
    case 'image/png':
      return isWholePng(bytes);
  }
}

/** The end of a PDF says where to find all of its objects. */
function isWholePdf(bytes: Uint8Array): boolean {
  const text = latin1(bytes);
  const lastObject = Math.max(text.lastIndexOf('endobj'), text.lastIndexOf(' obj'));
  return Math.max(text.lastIndexOf('startxref'), text.lastIndexOf('trailer')) > lastObject;
}

const EOI = 0xd9;
const SOS = 0xda;

/** Goes from marker to marker to the end of the image: embedded thumbnails have ends of their own. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff) at += 1;
    else if (marker === EOI) return true;
    else if (standsAlone(marker)) at += 2;
    else if (at + 4 > bytes.length) return false;
    else {
      const after = at + 2 + view.getUint16(at + 2);
      at = marker === SOS ? endOfScan(bytes, after) : after;
    }
  }
  return false;
}

/** Markers without a length: stuffing, restarts, beginnings. */
const standsAlone = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Where the coded data of a scan ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start);
  while (at !== -1 && (standsAlone(bytes[at + 1] ?? 0) || bytes[at + 1] === 0xff))
    at = bytes.indexOf(0xff, at + 1);
  return at === -1 ? bytes.length : at;
}

/** Goes from chunk to chunk to the last. */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = latin1(bytes.subarray(at + 4, at + 8));
    at += 12 + length;
    if (name === 'IEND') return at <= bytes.length;
  }
  return false;
}
