import * as fs from 'node:fs';
import { type Journal, JournalCorrupt } from './journal.ts';
import { announcedLength, decodeRecord, encodeRecord, HEADER_LENGTH } from './record-format.ts';
import {
  checkJoints,
  corrupt,
  cutTornEnd,
  newSegment,
  readBytes,
  removeSegment,
  type Segment,
  segmentsIn,
  write,
} from './segment.ts';

export const SEGMENT_SIZE = 64 * 1024 * 1024;
const FIRST_READ = 16 * 1024;

export interface DiskJournalOptions {
  /** Told when a segment was filled and the next begun. */
  readonly onSegmentFull?: () => void;
  /** Bytes. */
  readonly segmentSize?: number;
}

/**
 * The journal in a folder: segments named after the place of their first byte. The last segment is checked whole when
 * it is opened: a torn record at its very end (a write the process did not live to finish, hence never acknowledged) is
 * cut off; damage anywhere else is refused and left as it is. Older segments are checked record by record when read.
 *
 * Writes are gathered: while one write and fsync run, what is appended meanwhile waits for the next, so that the
 * cost of an fsync is shared by all executions that move at the time.
 */
export class DiskJournal implements Journal {
  readonly #folder: string;
  readonly #onSegmentFull: () => void;
  readonly #segmentSize: number;
  readonly #segments: Segment[];
  readonly #scratch = Buffer.allocUnsafe(FIRST_READ);
  #end: number;
  #waiting: Buffer[] = [];
  /** Settles when the records now waiting are on disk; and when those now being written are. */
  #waitingDone: PromiseWithResolvers<void> | undefined;
  #writingDone: PromiseWithResolvers<void> | undefined;
  #failure: Error | undefined;

  constructor(folder: string, options: DiskJournalOptions = {}) {
    fs.mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#onSegmentFull = options.onSegmentFull ?? (() => {});
    this.#segmentSize = options.segmentSize ?? SEGMENT_SIZE;
    this.#segments = segmentsIn(folder);
    const last = this.#segments.at(-1);
    if (last) cutTornEnd(last);
    checkJoints(this.#segments);
    this.#end = last ? last.base + last.size : 0;
  }

  get start(): number {
    return this.#segments[0]?.base ?? this.#end;
  }

  get end(): number {
    return this.#end;
  }

  get failure(): Error | undefined {
    return this.#failure;
  }

  append(json: string): number {
    if (this.#failure) throw this.#failure;
    const record = encodeRecord(json);
    const place = this.#end;
    this.#end += record.length;
    this.#waiting.push(record);
    return place;
  }

  committed(): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#waiting.length === 0) return this.#writingDone?.promise ?? Promise.resolve();
    if (!this.#waitingDone) {
      this.#waitingDone = Promise.withResolvers();
      if (!this.#writingDone) void this.#writeBatches();
    }
    return this.#waitingDone.promise;
  }

  read(place: number): string {
    const segment = this.#segmentOf(place);
    const at = place - segment.base;
    let bytes = readBytes(segment, at, FIRST_READ, this.#scratch);
    const needed = HEADER_LENGTH + (announcedLength(bytes, 0) ?? 0) + 1;
    if (needed > bytes.length) bytes = readBytes(segment, at, needed);
    const record = decodeRecord(bytes, 0);
    if (!record) throw corrupt(segment, at);
    return record.json;
  }

  replay(from: number, onRecord: (json: string, place: number) => void): void {
    for (const segment of this.#segments) {
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
  }

  oldestPart(): { readonly end: number; readonly size: number } | undefined {
    const [oldest, next] = this.#segments;
    return oldest && next && { end: next.base, size: oldest.size };
  }

  dropOldestPart(): void {
    if (this.#segments.length < 2) return;
    const oldest = this.#segments.shift();
    if (oldest) removeSegment(this.#folder, oldest);
  }

  async close(): Promise<void> {
    await this.committed().catch(() => {});
    for (const { descriptor } of this.#segments) fs.closeSync(descriptor);
  }

  async #writeBatches(): Promise<void> {
    // A turn of the microtasks lets records of the same moment share a write.
    await Promise.resolve();
    for (let done = this.#takeWaiting(); done; done = this.#takeWaiting()) {
      this.#writingDone = done;
      const batch = Buffer.concat(this.#waiting);
      this.#waiting = [];
      try {
        const segment = this.#segmentForWriting(this.#end - batch.length);
        await write(segment, batch);
        segment.size += batch.length;
        done.resolve();
      } catch (error) {
        this.#fail(error, done);
      }
    }
    this.#writingDone = undefined;
  }

  #takeWaiting(): PromiseWithResolvers<void> | undefined {
    const taken = this.#waitingDone;
    this.#waitingDone = undefined;
    return taken;
  }

  #fail(error: unknown, done: PromiseWithResolvers<void>): void {
    const why = error instanceof Error ? error.message : String(error);
    const failure = new Error(`The journal in ${this.#folder} cannot be written: ${why}`, { cause: error });
    this.#failure = failure;
    done.reject(failure);
    this.#takeWaiting()?.reject(failure);
  }

  #segmentForWriting(base: number): Segment {
    const current = this.#segments.at(-1);
    if (current && current.size < this.#segmentSize) return current;
    const fresh = newSegment(this.#folder, base);
    this.#segments.push(fresh);
    if (current) setImmediate(this.#onSegmentFull);
    return fresh;
  }

  #segmentOf(place: number): Segment {
    const segment = this.#segments.findLast(({ base }) => base <= place);
    if (!segment) throw new JournalCorrupt(`The journal in ${this.#folder} holds nothing at byte ${place}.`);
    return segment;
  }
}
