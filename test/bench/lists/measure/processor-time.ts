import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Processor time that a process and all its descendants have used, in milliseconds; undefined on a system without /proc. */
export interface ProcessorTime {
  readonly process: number;
  readonly children: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own clock. */
const TICK = 10;

export function processorTime(pid: number): ProcessorTime | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(timeOf);
  const below = (parent: number): number =>
    all.filter(one => one.parent === parent).reduce((sum, one) => sum + one.used + below(one.pid), 0);
  const own = all.find(one => one.pid === pid);
  return own && { process: own.used, children: below(pid) };
}

function timeOf(name: string): { pid: number; parent: number; used: number }[] {
  try {
    // The second field, a name in brackets, may hold spaces.
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '');
    const [, parent, ...rest] = stat.split(' ');
    return [{ pid: Number(name), parent: Number(parent), used: (Number(rest[9]) + Number(rest[10])) * TICK }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}
