import type { StoredFile } from '../../../schemas/stored/file.ts';

/** Links to open a file, at the store’s own address and never at the API’s. */
export interface FileLinks {
  linkTo(file: Pick<StoredFile, 'key' | 'fileName'> & { readonly contentType: string }): Promise<string>;
}
