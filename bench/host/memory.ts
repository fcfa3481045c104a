import { existsSync } from 'node:fs';
import { descendantsOf, statusOf } from './proc.ts';

/** Memory in use by a process and all its descendants, in MB; undefined on a system without /proc. */
export interface Memory {
  readonly process: number;
  readonly children: number;
}

const KB_IN_MB = 1024;

export function memoryOf(pid: number): Memory | undefined {
  if (!existsSync('/proc/self/status')) return undefined;
  const megabytes = (each: number) => statusOf(each, 'VmRSS') / KB_IN_MB;
  const children = descendantsOf(pid).reduce((sum, child) => sum + megabytes(child), 0);
  return { process: megabytes(pid), children };
}
