import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { HostError, messageOf, systemCodeOf } from './host-error.ts';

const Holder = z.object({ pid: z.int().positive(), startedAt: z.string() });
type Holder = z.infer<typeof Holder>;

/** Makes the data folder when it is missing and takes it for this process alone. Returns what gives it back. */
export function takeDataFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Personal data and keys lie in it: nobody else of this machine looks in, as another start may have let them.
    chmodSync(folder, 0o700);
  } catch (thrown) {
    throw new HostError(`The data folder ${folder} cannot be made: ${messageOf(thrown)}.`, { cause: thrown });
  }
  const path = join(folder, 'host.lock');
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  if (!create(path, mine)) {
    const holder = read(path);
    if (holder && !endsSoon(holder)) {
      throw new HostError(
        `The data folder ${folder} is in use by the host with process id ${holder.pid}: stop that one, or choose another folder with --data.`,
      );
    }
    // The holder was killed: its lock means nothing any more.
    rmSync(path, { force: true });
    if (!create(path, mine)) throw new HostError(`Another host has just taken the data folder ${folder}.`);
  }
  return () => {
    if (read(path)?.pid === mine.pid) rmSync(path, { force: true });
  };
}

function create(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'EEXIST') return false;
    throw new HostError(`The data folder cannot be written to at ${path}: ${messageOf(thrown)}.`, {
      cause: thrown,
    });
  }
}

function read(path: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A killed process takes a moment to end, and a host that is restarted at once should not fail over that. */
function endsSoon(holder: Holder): boolean {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; attempt < 20; attempt++) {
    if (startOf(holder.pid) !== holder.startedAt) return true;
    if (holder.pid === process.pid) return false;
    Atomics.wait(pause, 0, 0, 50);
  }
  return false;
}

/** When a process started, in whatever form the system tells it: process ids are used again, above all in containers. */
function startOf(pid: number): string | undefined {
  try {
    // The second field, the command, may itself hold spaces and brackets; the start is the twentieth after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // A zombie has ended; only its parent has not asked yet.
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    try {
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    } catch {
      return undefined;
    }
  }
}
