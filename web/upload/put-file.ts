import { Unreachable } from '../api/problem.ts';

/** The store did not take the file: its link ended, or it came otherwise than declared. */
export class NotStored extends Error {}

/** Headers that browsers send by themselves and let nobody set. */
const BROWSERS_OWN = new Set(['content-length', 'host']);

/** What is sent where; `onProgress` is told shares from 0 to 1. */
export interface Put {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly file: Blob;
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Sends a file to its link. By XMLHttpRequest: `fetch` does not tell how far it has got. */
export function putFile({ url, headers, file, onProgress, signal }: Put): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers))
      if (!BROWSERS_OWN.has(name.toLowerCase())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ lengthComputable, loaded, total }) =>
      lengthComputable && onProgress(loaded / total);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new NotStored(`the store said ${request.status}`));
    request.onerror = () => reject(new Unreachable('no answer'));
    request.onabort = () => reject(new DOMException('taken back', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
