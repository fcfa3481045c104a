import { readdirSync, readFileSync } from 'node:fs';

/** Numbered folders below a folder of /proc: processes, or threads; none on a system without it. */
export function numbersIn(path: string): number[] {
  try {
    return readdirSync(path)
      .filter(name => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** A file of /proc; empty when its process or thread ended while it was looked at. */
export function readProc(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A numeric field of a process's status: `PPid`, `VmRSS` (KB); 0 when there is none. */
export function statusOf(pid: number, field: 'PPid' | 'VmRSS'): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readProc(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** All processes that a process has started, and those that they have. */
export function descendantsOf(pid: number): number[] {
  const parents = numbersIn('/proc').map(each => ({ pid: each, parent: statusOf(each, 'PPid') }));
  const below = (parent: number): number[] =>
    parents.filter(one => one.parent === parent).flatMap(one => [one.pid, ...below(one.pid)]);
  return below(pid);
}
