import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that will be full before long. */
export interface SmallDisk {
  readonly folder: string;
  /** Goes before the host's own command. */
  readonly command: readonly string[];
  /** Makes room again. */
  relieve(): void;
  dispose(): void;
}

const temporary = () => mkdtempSync(join(tmpdir(), 'full-disk-'));
const KEPT_FREE = 3 * 1024 * 1024;

/** No file may grow beyond some blocks of 512 bytes: the host's own writes fail one by one, as they do on a disk without room. */
export function limitedFiles(): SmallDisk {
  const folder = temporary();
  let limit = 2_000;
  return {
    folder,
    get command() {
      return limit === 0 ? [] : ['/bin/sh', '-c', `ulimit -f ${limit}; exec "$@"`, 'sh'];
    },
    relieve() {
      limit = 0;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A file system of its own in memory, all but full; undefined where this user may not mount one. */
export function smallFileSystem(): SmallDisk | undefined {
  const folder = temporary();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(filler, Buffer.alloc(bavail * bsize - KEPT_FREE));
  mkdirSync(join(folder, 'data'));
  return {
    folder: join(folder, 'data'),
    command: [],
    relieve: () => rmSync(filler),
    dispose() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
