import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, moveInto, writeDurably } from './disk.ts';

/** Gives ever greater 16-digit hexadecimal numbers, across restarts too. */
export type Sequence = () => string;

/**
 * Opens the folder's sequence. Every opening takes a new epoch, so that no number comes twice whatever the clock does
 * and whatever was deleted in between.
 */
export async function openSequence(folder: string, temporary: string): Promise<Sequence> {
  const path = join(folder, 'epoch');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '0';
    throw error;
  });
  const epoch = Number(text) + 1;
  if (!Number.isSafeInteger(epoch))
    throw new Error(`The S3 store's epoch file ${path} holds '${text}', not a number.`);
  const next = join(temporary, 'epoch');
  await writeDurably(next, String(epoch));
  await moveInto(next, path);
  let count = 0;
  return () => epoch.toString(16).padStart(6, '0') + (count++).toString(16).padStart(10, '0');
}
