import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { HostLog } from '../host/log.ts';

/** Keeps what functions print: one file a function, each line as it came. */
export interface LogSink {
  /** Reads a thread's output to its end. */
  follow(functionName: string, output: Readable): void;
  close(): Promise<void>;
}

/** Opens `folder` for logs. With `echo` each line is also told to the host's log, after the function's name. */
export function openLogSink(deps: { folder: string; log: HostLog; echo: boolean }): LogSink {
  const { folder, log, echo } = deps;
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, WriteStream>();
  const fileOf = (name: string) => {
    const known = files.get(name);
    if (known) return known;
    const file = createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
    file.on('error', thrown =>
      log.warn(`The log of the function ${name} cannot be written: ${thrown.message}.`),
    );
    files.set(name, file);
    return file;
  };
  return {
    follow(functionName, output) {
      const file = fileOf(functionName);
      createInterface({ input: output }).on('line', line => {
        if (!file.writableEnded) file.write(`${line}\n`);
        if (echo) log.info(`${functionName}: ${line}`);
      });
    },
    async close() {
      await Promise.all(
        [...files.values()].map(file => new Promise<void>(resolve => file.end(() => resolve()))),
      );
    },
  };
}
