import { fileTypeFromBuffer } from 'file-type';
import { beginsAsSignedData } from '../../domain/files/signed-data.ts';

/** Texts have no magic bytes, only typical beginnings. */
const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b/is, 'text/html'],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg\b/is, 'image/svg+xml'],
];

/** The media type of a file by its content; undefined if unknown. */
export async function recognize(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined && found.mime !== 'application/xml') return found.mime;
  if (beginsAsSignedData(bytes)) return 'application/pkcs7-mime';
  const text = new TextDecoder().decode(bytes.subarray(0, 1024));
  return TEXTS.find(([beginning]) => beginning.test(text))?.[1] ?? found?.mime;
}
