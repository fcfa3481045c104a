import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';

/**
 * Sorts the items of all files by key into one: a table’s file grows at its end when items come in their order, and is torn open
 * everywhere when they do not. By the system's own `sort`, which keeps what does not fit into memory in files beside the result.
 *
 * @param folder of files of lines, each an item whose first member is its key; compressed.
 */
export async function sortItems(folder: string, { into, scratch }: { into: string; scratch: string }) {
  const sorting = spawn('sort', ['--buffer-size=30%', '--temporary-directory', scratch], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(sorting, 'exit');
  const partial = `${into}.partial`;
  const writing = pipeline(
    sorting.stdout,
    createGzip({ level: constants.Z_BEST_SPEED }),
    createWriteStream(partial),
  );
  await pipeline(linesOf(folder), sorting.stdin);
  await writing;
  const [status] = await exited;
  if (status !== 0) throw new Error(`The items could not be sorted: sort ended with ${status}.`);
  renameSync(partial, into);
}

async function* linesOf(folder: string): AsyncGenerator<Buffer> {
  for (const name of readdirSync(folder).sort())
    yield* createReadStream(join(folder, name)).pipe(createGunzip());
}
