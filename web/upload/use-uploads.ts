import { useEffect, useRef, useState } from 'preact/hooks';
import type { Client } from '../api/client.ts';
import { keepUploads, keptUploads } from './kept-uploads.ts';
import { uploadFile } from './upload-file.ts';
import type { SentFile } from './uploads.ts';

/** The files of a form, for all its fields. */
export interface Uploads {
  readonly files: readonly SentFile[];
  add(field: string, chosen: readonly File[]): void;
  /** Takes a file that the API fetched itself. */
  take(field: string, fetched: { readonly id: string; readonly name: string; readonly size: number }): void;
  remove(key: string): void;
  again(key: string): void;
}

/**
 * Uploads the files of a form as they are chosen, one after the other: a slow line is not shared between them. A form
 * with a name in `keptAs` still has them when the page was loaded again; whoever sends it forgets them. `begun` are
 * files that were taken in before, of a form that is kept by itself.
 */
export function useUploads(api: Client, keptAs?: string, begun: readonly SentFile[] = []): Uploads {
  const [files, setFiles] = useState<readonly SentFile[]>(() => (keptAs ? keptUploads(keptAs) : begun));
  useEffect(() => {
    if (keptAs) keepUploads(keptAs, files);
  }, [keptAs, files]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const over = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = over.current;
    return () => {
      for (const each of running.values()) each.abort();
    };
  }, []);
  const become = (key: string, state: SentFile['state']) =>
    setFiles(before => before.map(each => (each.key === key ? { ...each, state } : each)));

  async function send(key: string, file: File): Promise<void> {
    const signal = over.current.get(key)?.signal;
    if (!signal || signal.aborted) return;
    const onProgress = (share: number) => become(key, { kind: 'sending', share });
    onProgress(0);
    try {
      const { id } = await uploadFile(api, file, onProgress, { signal });
      become(key, { kind: 'done', id });
    } catch (error) {
      if (!signal.aborted) become(key, { kind: 'failed', error });
    }
  }

  function enqueue(key: string, file: File): void {
    over.current.set(key, new AbortController());
    queue.current = queue.current.then(() => send(key, file));
  }

  return {
    files,
    add(field, chosen) {
      const added = chosen.map(file => ({
        key: crypto.randomUUID(),
        field,
        name: file.name,
        size: file.size,
        file,
        state: { kind: 'waiting' as const },
      }));
      setFiles(before => [...before, ...added]);
      for (const { key, file } of added) enqueue(key, file);
    },
    take(field, { id, name, size }) {
      const taken = { key: id, field, name, size, fromStore: true, state: { kind: 'done' as const, id } };
      setFiles(before => [...before, taken]);
    },
    remove(key) {
      over.current.get(key)?.abort();
      setFiles(before => before.filter(each => each.key !== key));
    },
    again(key) {
      const file = files.find(each => each.key === key)?.file;
      if (!file) return;
      become(key, { kind: 'waiting' });
      enqueue(key, file);
    },
  };
}
