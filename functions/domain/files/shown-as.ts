import type { StoredFile } from '../../../schemas/stored/file.ts';
import { dispositionHeader } from './disposition-header.ts';
import { savedName } from './saved-name.ts';

/** Types a browser can show without executing anything in them, each with its file extensions. */
const SHOWN: Readonly<Partial<Record<string, { readonly endings: readonly [string, ...string[]] }>>> = {
  'application/pdf': { endings: ['.pdf'] },
  'image/jpeg': { endings: ['.jpg', '.jpeg', '.jpe', '.jfif'] },
  'image/png': { endings: ['.png'] },
};

/** How a browser is to treat a file. */
export interface ShownAs {
  readonly disposition: 'inline' | 'attachment';
  readonly contentType: string;
  /** The value of `Content-Disposition`. */
  readonly header: string;
}

/** PDF and images are shown; anything else is saved, as bytes of no particular type. */
export function shownAs({ fileName, contentType }: Pick<StoredFile, 'fileName' | 'contentType'>): ShownAs {
  const shown = SHOWN[contentType];
  const disposition = shown ? 'inline' : 'attachment';
  return {
    disposition,
    contentType: shown ? contentType : 'application/octet-stream',
    header: dispositionHeader(disposition, savedName(fileName, shown?.endings ?? [])),
  };
}
