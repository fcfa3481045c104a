import { existsSync } from 'node:fs';
import { descendantsOf, numbersIn, readProc } from './proc.ts';

/** Seconds of processor time that a host has used, by what used it. */
export interface ProcessorTime {
  /** The host's own thread: HTTP, Step Functions, S3, queues. */
  readonly host: number;
  /** The threads in which functions run. */
  readonly functions: number;
  /** Compiling, collecting garbage, reading and writing files for all of them. */
  readonly runtime: number;
  readonly tableServer: number;
}

const TICKS_A_SECOND = 100;
const RUNTIME_THREADS = /^(V8Worker|libuv-worker|DelayedTaskSche|SignalInspector)/;

/** Undefined on a system without /proc. */
export function processorTimeOf(pid: number): ProcessorTime | undefined {
  if (!existsSync('/proc/self/task')) return undefined;
  const time = { host: 0, functions: 0, runtime: 0, tableServer: 0 };
  for (const thread of numbersIn(`/proc/${pid}/task`)) {
    const path = `/proc/${pid}/task/${thread}`;
    const name = readProc(`${path}/comm`).trim();
    const kind = thread === pid ? 'host' : RUNTIME_THREADS.test(name) ? 'runtime' : 'functions';
    time[kind] += secondsOf(`${path}/stat`);
  }
  for (const child of descendantsOf(pid)) time.tableServer += secondsOf(`/proc/${child}/stat`);
  return time;
}

export function processorTimeBetween(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return {
    host: after.host - before.host,
    functions: after.functions - before.functions,
    runtime: after.runtime - before.runtime,
    tableServer: after.tableServer - before.tableServer,
  };
}

/** User and system time of a process or thread: fields 14 and 15, counted behind the name, which may hold blanks. */
function secondsOf(file: string): number {
  const fields = readProc(file).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND;
}
