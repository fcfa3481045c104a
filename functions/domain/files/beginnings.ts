import type { StoredFile } from '../../../schemas/stored/file.ts';
import { latin1 } from './latin1.ts';
import { beginsAsSignedData } from './signed-data.ts';
import { beginsAsXml } from './signed-xml.ts';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TIFF = [
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The brands under which telephones write pictures packed by HEVC. */
const HEIC = /^ftyp(?:heic|heix|heim|heis|mif1)$/;
const PDF = '%PDF-';

/**
 * Readers look for a PDF’s header within this many bytes: scanners and servers write byte order marks, line ends and
 * printer commands before it.
 */
export const PDF_HEADER_WITHIN = 1024;

/** Where a file of a type begins in the upload; undefined if it is not such a file. */
export function beginningOf(type: StoredFile['contentType'], bytes: Uint8Array): number | undefined {
  switch (type) {
    case 'image/jpeg':
      return beginsWith(bytes, JPEG) ? 0 : undefined;
    case 'image/png':
      return beginsWith(bytes, PNG) ? 0 : undefined;
    case 'application/pdf': {
      const start = latin1(bytes.subarray(0, PDF_HEADER_WITHIN)).indexOf(PDF);
      return start === -1 ? undefined : start;
    }
    case 'image/tiff':
      return TIFF.some(beginning => beginsWith(bytes, beginning)) ? 0 : undefined;
    case 'image/heic':
    case 'image/heif':
      return HEIC.test(latin1(bytes.subarray(4, 12))) ? 0 : undefined;
    case 'application/pkcs7-mime':
    case 'application/pkcs7-signature':
      return beginsAsSignedData(bytes) ? 0 : undefined;
    case 'application/xml':
      return beginsAsXml(bytes) ? 0 : undefined;
    default:
      return beginsWith(bytes, ZIP) ? 0 : undefined;
  }
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
