import type { StoredFile } from '../../../schemas/stored/file.ts';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF = '%PDF-';

/**
 * Readers look for a PDF’s header within this many bytes: scanners and servers write byte order marks, line ends and
 * printer commands before it.
 */
const PDF_HEADER_WITHIN = 1024;

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
  }
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** Bytes as characters, one each. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
