import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a new file and returns once its bytes are on the disk. */
export async function writeDurably(
  path: string,
  data: Iterable<Buffer> | AsyncIterable<Buffer> | string,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    if (typeof data === 'string') await file.writeFile(data);
    else for await (const piece of data) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the names in a folder durable: a new, renamed or removed file survives a power cut only after this. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a finished temporary file in its place: the moment at which it exists. */
export async function moveInto(temporary: string, path: string): Promise<void> {
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Creates a folder and its parents, durably. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) await syncFolder(dirname(first));
}

/** The names in a folder; none when it is missing. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Empties a folder of leftovers, creating it where needed. */
export async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await makeFolder(folder);
}

/** Whether an error says that a file is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** What one read call of the system can be asked for. */
const LARGEST_READ = 1 << 30;

/** A file's bytes from `start` to before `end`. */
export async function readRange(path: string, start: number, end: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    for (let done = 0; done < bytes.length; ) {
      const length = Math.min(bytes.length - done, LARGEST_READ);
      const { bytesRead } = await file.read(bytes, done, length, start + done);
      if (bytesRead === 0)
        throw new Error(`${path} ends at byte ${start + done}, but its metadata says it goes to ${end}.`);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
