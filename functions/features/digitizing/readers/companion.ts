import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A file packaged beside the bundle; in its npm package when run from source. */
export function companion(name: string, from: string): Buffer {
  const beside = fileURLToPath(new URL(`./${name}`, import.meta.url));
  return readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(from));
}
