import type { Body, Client } from '../api/client.ts';
import { type Put, putFile } from './put-file.ts';
import { sha256Of } from './sha256.ts';
import { typeOfFile } from './type-of-file.ts';

/** How a file is sent to its link; tests have their own. */
export type Send = (put: Put) => Promise<void>;

type Wait = (milliseconds: number) => Promise<void>;

/** A large file is checked in seconds, a scanner may take longer. */
const ASKS = 60;
const BETWEEN = 3000;

/**
 * Uploads a file: declared with size, type and digest, sent to the link that takes exactly it, checked at once. Throws
 * what the API says against it (`Refused`), or that it did not arrive (`Unreachable`, `NotStored`); then it may be
 * tried again from the beginning.
 */
export async function uploadFile(
  api: Client,
  file: File,
  onProgress: (share: number) => void = () => undefined,
  {
    signal,
    send = putFile,
    wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  }: { readonly signal?: AbortSignal; readonly send?: Send; readonly wait?: Wait } = {},
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
  await judged(api, id, { ...asked, wait });
  return { id };
}

/** Asks for the judgement until there is one; after some minutes the form that uses the file tells what is wrong. */
async function judged(
  api: Client,
  id: string,
  { wait, ...asked }: { readonly signal?: AbortSignal; readonly wait: Wait },
): Promise<void> {
  for (let asks = 0; asks < ASKS; asks += 1) {
    const { state } = await api.get('completeUpload', { params: { id }, ...asked });
    if (state !== 'quarantined') return;
    await wait(BETWEEN);
  }
}
