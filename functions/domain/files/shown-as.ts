import type { StoredFile } from '../../../schemas/stored/file.ts';
import { dispositionHeader } from './disposition-header.ts';
import { savedName } from './saved-name.ts';

/** Types a browser can show without executing anything in them. */
const SHOWN: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png']);

/** The file extensions of each type, the usual one first. */
const ENDINGS = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/tiff': ['.tif', '.tiff'],
  'image/heic': ['.heic', '.heif'],
  'image/heif': ['.heif', '.heic'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.oasis.opendocument.text': ['.odt'],
  'application/pkcs7-mime': ['.p7m'],
  'application/pkcs7-signature': ['.p7s'],
  'application/xml': ['.xml'],
} as const satisfies Readonly<Record<StoredFile['contentType'], readonly [string, ...string[]]>>;

const hasEndings = (type: string): type is keyof typeof ENDINGS => Object.hasOwn(ENDINGS, type);

/** How a browser is to treat a file. */
export interface ShownAs {
  readonly disposition: 'inline' | 'attachment';
  readonly contentType: string;
  /** The value of `Content-Disposition`. */
  readonly header: string;
}

/** PDF and images are shown; anything else is saved, as bytes of no particular type. */
export function shownAs({
  fileName,
  contentType,
}: Pick<StoredFile, 'fileName'> & { readonly contentType: string }): ShownAs {
  const shown = SHOWN.has(contentType);
  const endings: readonly string[] = hasEndings(contentType) ? ENDINGS[contentType] : [];
  const disposition = shown ? 'inline' : 'attachment';
  return {
    disposition,
    contentType: shown ? contentType : 'application/octet-stream',
    header: dispositionHeader(disposition, savedName(fileName, endings)),
  };
}
