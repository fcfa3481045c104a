import type { StoredFile } from '../../../schemas/stored/file.ts';
import { PDF_HEADER_WITHIN } from './beginnings.ts';
import { latin1 } from './latin1.ts';
import { zipEnd } from './zip.ts';

/** Marks of archives and programs that are found wherever they stand in a file. */
const ANYWHERE = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c', '__HALT_COMPILER();'];

/** Packed as ZIP by their nature. */
const ZIPPED = /openxmlformats|opendocument/;

/**
 * Whether a file is of two kinds at once, so that who checks it and who opens it may see different things: a picture
 * that is also a PDF or an archive.
 */
export function isOfTwoKinds(type: StoredFile['contentType'], bytes: Uint8Array): boolean {
  const text = latin1(bytes);
  if (type !== 'application/pdf' && text.slice(0, PDF_HEADER_WITHIN).includes('%PDF-')) {
    // What a signed file holds is judged by itself.
    if (type !== 'application/pkcs7-mime') return true;
  }
  if (type === 'application/pkcs7-mime') return false;
  if (!ZIPPED.test(type) && zipEnd(bytes) !== undefined) return true;
  return ANYWHERE.some(mark => text.includes(mark));
}
