import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Memory in use by a process and all its descendants, in MB; undefined on a system without /proc. */
export interface Memory {
  readonly process: number;
  readonly children: number;
}

const KB_IN_MB = 1024;

export function memoryOf(pid: number): Memory | undefined {
  if (!existsSync('/proc/self/status')) return undefined;
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(statusOf);
  const children = (parent: number): number =>
    processes
      .filter(one => one.parent === parent)
      .reduce((sum, one) => sum + one.resident + children(one.pid), 0);
  const own = processes.find(one => one.pid === pid)?.resident ?? Number.NaN;
  return { process: own / KB_IN_MB, children: children(pid) / KB_IN_MB };
}

function statusOf(name: string): { pid: number; parent: number; resident: number }[] {
  try {
    const text = readFileSync(`/proc/${name}/status`, 'utf8');
    const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return [{ pid: Number(name), parent: number('PPid'), resident: number('VmRSS') }];
  } catch {
    // It ended while it was looked at.
    return [];
  }
}
