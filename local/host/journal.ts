import {
  closeSync,
  existsSync,
  fdatasync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { frame, readFrame } from './crc32-frame.ts';
import { HostError, messageOf } from './host-error.ts';
import type { HostLog } from './log.ts';

/**
 * An append-only file of JSON records. What `append` has returned from survives a kill of the process; it reaches the disk itself
 * (against a power cut) within a fifth of a second.
 */
export interface Journal {
  /** Writes one record. Throws a HostError when the disk does not take it; the file then ends where it ended before. */
  append(record: unknown): void;
  /** Bytes in the file. */
  size(): number;
  /** Replaces the whole content by `records`, all or nothing. */
  rewrite(records: Iterable<unknown>): void;
  close(): void;
}

const FLUSH_EVERY_MILLISECONDS = 200;

/**
 * Opens a journal and hands each stored record to `replay`. A last line cut short by a kill is set aside in a file next to it;
 * anything else that cannot be read is refused, and nothing is changed.
 */
export function openJournal(deps: {
  path: string;
  log: HostLog;
  replay: (record: unknown) => void;
}): Journal {
  const { path, log, replay } = deps;
  mkdirSync(dirname(path), { recursive: true });
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  let length = replayAll(path, bytes, replay);
  if (length < bytes.length) {
    const aside = `${path}.torn-at-${length}`;
    writeFileSync(aside, bytes.subarray(length));
    log.warn(
      `The last record of ${path} was cut short (the host was killed while writing it); its ${bytes.length - length} bytes are in ${aside}.`,
    );
  }
  let file = openSync(path, 'a+');
  ftruncateSync(file, length);

  let closed = false;
  let flushing: NodeJS.Timeout | undefined;
  const flushSoon = () => {
    flushing ??= setTimeout(() => {
      flushing = undefined;
      fdatasync(file, () => undefined);
    }, FLUSH_EVERY_MILLISECONDS).unref();
  };

  return {
    append(record) {
      // The file's number may by now belong to another file.
      if (closed) throw new HostError(`The journal ${path} is closed: the host is stopping.`);
      const line = frame(JSON.stringify(record));
      try {
        writeWhole(file, line);
      } catch (thrown) {
        ftruncateSync(file, length);
        throw new HostError(`Cannot write to ${path}: ${messageOf(thrown)}.`, { cause: thrown });
      }
      length += line.length;
      flushSoon();
    },
    size: () => length,
    rewrite(records) {
      const content = Buffer.concat([...records].map(record => frame(JSON.stringify(record))));
      const fresh = `${path}.new`;
      try {
        writeFileSync(fresh, content, { flush: true });
      } catch (thrown) {
        throw new HostError(`Cannot write to ${fresh}: ${messageOf(thrown)}.`, { cause: thrown });
      }
      renameSync(fresh, path);
      closeSync(file);
      file = openSync(path, 'a+');
      length = content.length;
    },
    close() {
      if (closed) return;
      closed = true;
      clearTimeout(flushing);
      closeSync(file);
    },
  };
}

function replayAll(path: string, bytes: Buffer, replay: (record: unknown) => void): number {
  let position = 0;
  while (position < bytes.length) {
    const next = readFrame(bytes, position);
    if (next.kind === 'torn') return position;
    if (next.kind === 'corrupt') {
      throw new HostError(
        `The journal ${path} is damaged at byte ${position} of ${bytes.length}: nothing was changed; restore the file, or cut it at that byte to give up what follows.`,
      );
    }
    replay(JSON.parse(next.text));
    position = next.end;
  }
  return position;
}

/** One write may take only part of the bytes when the disk is nearly full. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
