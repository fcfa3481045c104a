import * as fs from 'node:fs';
import * as path from 'node:path';
import { JournalCorrupt } from './journal.ts';
import { decodeRecord, holdsRecordAfter } from './record-format.ts';

/** One file of a journal. */
export interface Segment {
  /** The place of its first byte. */
  readonly base: number;
  readonly file: string;
  readonly descriptor: number;
  size: number;
}

/** The segments in a folder, named after the place of their first byte, in order. */
export function segmentsIn(folder: string): Segment[] {
  return fs
    .readdirSync(folder)
    .filter(name => /^\d{16}\.journal$/.test(name))
    .sort()
    .map(name => openSegment(path.join(folder, name), Number(name.slice(0, 16))));
}

/** Begins a segment at a place. */
export function newSegment(folder: string, base: number): Segment {
  const file = path.join(folder, `${String(base).padStart(16, '0')}.journal`);
  const fresh = { base, file, descriptor: fs.openSync(file, 'wx+', 0o600), size: 0 };
  syncFolder(folder);
  return fresh;
}

export function removeSegment(folder: string, { descriptor, file }: Segment): void {
  fs.closeSync(descriptor);
  fs.rmSync(file);
  syncFolder(folder);
}

function openSegment(file: string, base: number): Segment {
  const descriptor = fs.openSync(file, 'r+');
  return { base, file, descriptor, size: fs.fstatSync(descriptor).size };
}

/** Cuts off a record that was not written whole; damage anywhere else is refused. */
export function cutTornEnd(segment: Segment): void {
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
export function checkJoints(segments: readonly Segment[]): void {
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next && segment.base + segment.size !== next.base) {
      throw new JournalCorrupt(
        `The journal file ${segment.file} has ${segment.size} bytes, but ${next.base - segment.base} are needed before ${next.file} begins. Nothing was changed.`,
      );
    }
  }
}

export function readBytes(segment: Segment, at: number, length: number, into?: Buffer): Buffer {
  const wanted = Math.max(0, Math.min(length, segment.size - at));
  const bytes = into ?? Buffer.allocUnsafe(wanted);
  const read = wanted === 0 ? 0 : fs.readSync(segment.descriptor, bytes, 0, wanted, at);
  return bytes.subarray(0, read);
}

/** Writes bytes at the segment's end, onto the disk. */
export async function write(segment: Segment, bytes: Buffer): Promise<void> {
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

export function corrupt(segment: Segment, at: number): JournalCorrupt {
  return new JournalCorrupt(
    `The journal file ${segment.file} is damaged at byte ${at}: the record there does not match its checksum. Nothing was changed; restore the file from a copy.`,
  );
}
