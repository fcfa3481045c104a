import { readFile } from 'node:fs/promises';
import type * as z from 'zod';

/** Reads and checks a JSON file of the store. A damaged one is an error that names the file; a missing one passes through as ENOENT. */
export async function readRecord<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8');
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`The S3 store's file ${path} is damaged; it was left as it is.`, { cause });
  }
}
