import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Journal, JournalCorrupt } from './journal.ts';
import {
  announcedLength,
  decodeRecord,
  encodeRecord,
  HEADER_LENGTH,
  holdsRecordAfter,
} from './record-format.ts';

interface Segment {
  /** The place of its first byte. */
  readonly base: number;
  readonly file: string;
  readonly descriptor: number;
  size: number;
}

export const SEGMENT_SIZE = 64 * 1024 * 1024;
const FIRST_READ = 16 * 1024;

export interface DiskJournalOptions {
  /** Told when a segment was filled and the next begun. */
  readonly onSegmentFull?: () => void;
  /** Bytes. */
  readonly segmentSize?: number;
}

/**
 * Opens the journal in a folder: segments named after the place of their first byte. The last segment is checked
 * whole: a torn record at its very end (a write the process did not live to finish, hence never acknowledged) is cut
 * off; damage anywhere else is refused and left as it is. Older segments are checked record by record when read.
 *
 * Writes are gathered: while one write and fsync run, what is appended meanwhile waits for the next, so that the
 * cost of an fsync is shared by all executions that move at the time.
 */
export function openDiskJournal(
  folder: string,
  { onSegmentFull = () => {}, segmentSize = SEGMENT_SIZE }: DiskJournalOptions = {},
): Journal {
  fs.mkdirSync(folder, { recursive: true });
  const segments = fs
    .readdirSync(folder)
    .filter(name => /^\d{16}\.journal$/.test(name))
    .sort()
    .map(name => openSegment(path.join(folder, name), Number(name.slice(0, 16))));
  const last = segments.at(-1);
  if (last) cutTornEnd(last);
  checkJoints(segments);

  const scratch = Buffer.allocUnsafe(FIRST_READ);
  let end = last ? last.base + last.size : 0;
  let waiting: Buffer[] = [];
  /** Settles when the records now waiting are on disk; and when those now being written are. */
  let waitingDone: PromiseWithResolvers<void> | undefined;
  let writingDone: PromiseWithResolvers<void> | undefined;
  let failure: Error | undefined;

  function takeWaiting(): PromiseWithResolvers<void> | undefined {
    const taken = waitingDone;
    waitingDone = undefined;
    return taken;
  }

  async function writeBatches(): Promise<void> {
    // A turn of the microtasks lets records of the same moment share a write.
    await Promise.resolve();
    for (writingDone = takeWaiting(); writingDone; writingDone = takeWaiting()) {
      const batch = Buffer.concat(waiting);
      waiting = [];
      try {
        const segment = segmentForWriting(end - batch.length);
        await write(segment, batch);
        segment.size += batch.length;
        writingDone.resolve();
      } catch (error) {
        failure = new Error(`The journal in ${folder} cannot be written: ${messageOf(error)}`, {
          cause: error,
        });
        writingDone.reject(failure);
        takeWaiting()?.reject(failure);
      }
    }
  }

  function segmentForWriting(base: number): Segment {
    const current = segments.at(-1);
    if (current && current.size < segmentSize) return current;
    const file = path.join(folder, `${String(base).padStart(16, '0')}.journal`);
    const fresh = { base, file, descriptor: fs.openSync(file, 'wx+', 0o600), size: 0 };
    syncFolder(folder);
    segments.push(fresh);
    if (current) setImmediate(onSegmentFull);
    return fresh;
  }

  function segmentOf(place: number): Segment {
    const segment = segments.findLast(({ base }) => base <= place);
    if (!segment) throw new JournalCorrupt(`The journal in ${folder} holds nothing at byte ${place}.`);
    return segment;
  }

  return {
    append(json) {
      if (failure) throw failure;
      const record = encodeRecord(json);
      const place = end;
      end += record.length;
      waiting.push(record);
      return place;
    },
    committed() {
      if (failure) return Promise.reject(failure);
      if (waiting.length === 0) return writingDone?.promise ?? Promise.resolve();
      if (!waitingDone) {
        waitingDone = Promise.withResolvers();
        if (!writingDone) void writeBatches();
      }
      return waitingDone.promise;
    },
    read(place) {
      const segment = segmentOf(place);
      const at = place - segment.base;
      let bytes = readBytes(segment, at, FIRST_READ, scratch);
      const needed = HEADER_LENGTH + (announcedLength(bytes, 0) ?? 0) + 1;
      if (needed > bytes.length) bytes = readBytes(segment, at, needed);
      const record = decodeRecord(bytes, 0);
      if (!record) throw corrupt(segment, at);
      return record.json;
    },
    replay(from, onRecord) {
      for (const segment of segments) {
        if (segment.base + segment.size <= from) continue;
        const bytes = readBytes(segment, 0, segment.size);
        let at = Math.max(0, from - segment.base);
        while (at < bytes.length) {
          const record = decodeRecord(bytes, at);
          if (!record) throw corrupt(segment, at);
          onRecord(record.json, segment.base + at);
          at = record.next;
        }
      }
    },
    get start() {
      return segments[0]?.base ?? end;
    },
    get end() {
      return end;
    },
    oldestPart() {
      const [oldest, next] = segments;
      return oldest && next && { end: next.base, size: oldest.size };
    },
    dropOldestPart() {
      if (segments.length < 2) return;
      const oldest = segments.shift();
      if (!oldest) return;
      fs.closeSync(oldest.descriptor);
      fs.rmSync(oldest.file);
      syncFolder(folder);
    },
    get failure() {
      return failure;
    },
    async close() {
      await this.committed().catch(() => {});
      for (const { descriptor } of segments) fs.closeSync(descriptor);
    },
  };
}

function openSegment(file: string, base: number): Segment {
  const descriptor = fs.openSync(file, 'r+');
  return { base, file, descriptor, size: fs.fstatSync(descriptor).size };
}

function cutTornEnd(segment: Segment): void {
  const bytes = readBytes(segment, 0, segment.size);
  let at = 0;
  for (let record = decodeRecord(bytes, at); record; record = decodeRecord(bytes, at)) at = record.next;
  if (at === bytes.length) return;
  if (holdsRecordAfter(bytes, at)) throw corrupt(segment, at);
  fs.ftruncateSync(segment.descriptor, at);
  fs.fsyncSync(segment.descriptor);
  segment.size = at;
}

/** Each segment must end where the next begins. */
function checkJoints(segments: readonly Segment[]): void {
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next && segment.base + segment.size !== next.base) {
      throw new JournalCorrupt(
        `The journal file ${segment.file} has ${segment.size} bytes, but ${next.base - segment.base} are needed before ${next.file} begins. Nothing was changed.`,
      );
    }
  }
}

function readBytes(segment: Segment, at: number, length: number, into?: Buffer): Buffer {
  const wanted = Math.max(0, Math.min(length, segment.size - at));
  const bytes = into ?? Buffer.allocUnsafe(wanted);
  const read = wanted === 0 ? 0 : fs.readSync(segment.descriptor, bytes, 0, wanted, at);
  return bytes.subarray(0, read);
}

async function write(segment: Segment, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += await new Promise<number>((resolve, reject) =>
      fs.write(segment.descriptor, bytes, done, bytes.length - done, segment.size + done, (error, written) =>
        error ? reject(error) : resolve(written),
      ),
    );
  }
  await new Promise<void>((resolve, reject) =>
    fs.fdatasync(segment.descriptor, error => (error ? reject(error) : resolve())),
  );
}

/** Makes the names of new files in a folder survive, where the platform can. */
export function syncFolder(folder: string): void {
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function corrupt(segment: Segment, at: number): JournalCorrupt {
  return new JournalCorrupt(
    `The journal file ${segment.file} is damaged at byte ${at}: the record there does not match its checksum. Nothing was changed; restore the file from a copy.`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
