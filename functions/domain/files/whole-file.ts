import type { StoredFile } from '../../../schemas/stored/file.ts';
import { latin1 } from './latin1.ts';
import { signedData } from './signed-data.ts';
import { xmlFault } from './signed-xml.ts';
import { tiffPages } from './tiff.ts';
import { zipEntries } from './zip.ts';

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
    case 'image/tiff':
      return tiffPages(bytes) !== undefined;
    case 'image/heic':
    case 'image/heif':
      return isWholeHeic(bytes);
    case 'application/pkcs7-mime':
    case 'application/pkcs7-signature':
      return signedData(bytes) !== undefined;
    case 'application/xml':
      return xmlFault(bytes) !== 'cutOff';
    default:
      return zipEntries(bytes) !== undefined;
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

/** Goes from box to box: they fill the file. One of length 0 goes on to its end. */
function isWholeHeic(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<string>();
  let at = 0;
  while (at + 16 <= bytes.length) {
    const length = view.getUint32(at);
    found.add(latin1(bytes.subarray(at + 4, at + 8)));
    if (length === 0) at = bytes.length;
    else if (length === 1) at += Number(view.getBigUint64(at + 8));
    else if (length < 8) return false;
    else at += length;
  }
  return at === bytes.length && found.has('meta') && found.has('mdat');
}
