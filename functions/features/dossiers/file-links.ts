import type { StoredFile } from '../../../schemas/stored/file.ts';

/** How long a link to a file works, in seconds. */
export const LINK_LIFE = 300;

/** Links to open a file, at the store’s own address and never at the API’s. */
export interface FileLinks {
  linkTo(file: Pick<StoredFile, 'key' | 'fileName'> & { readonly contentType: string }): Promise<string>;
}
