import type { Body, Client } from '../api/client.ts';
import { type Put, putFile } from './put-file.ts';
import { sha256Of } from './sha256.ts';
import { typeOfFile } from './type-of-file.ts';

/** How a file is sent to its link; tests have their own. */
export type Send = (put: Put) => Promise<void>;

/**
 * Uploads a file: declared with size, type and digest, sent to the link that takes exactly it, checked at once. Throws
 * what the API says against it (`Refused`), or that it did not arrive (`Unreachable`, `NotStored`); then it may be
 * tried again from the beginning.
 */
export async function uploadFile(
  api: Client,
  file: File,
  onProgress: (share: number) => void = () => undefined,
  { signal, send = putFile }: { readonly signal?: AbortSignal; readonly send?: Send } = {},
): Promise<{ id: string }> {
  const asked = signal && { signal };
  const body: Body<'createUpload'> = {
    fileName: file.name,
    // Whatever type it has: if it is none that is taken, the API says what to do with such a file.
    contentType: typeOfFile(file) as Body<'createUpload'>['contentType'],
    size: file.size,
    sha256: await sha256Of(file),
  };
  const { id, url, headers } = await api.get('createUpload', { body, ...asked });
  await send({ url, headers, file, onProgress, signal });
  onProgress(1);
  await api.get('completeUpload', { params: { id }, ...asked });
  return { id };
}
