/**
 * An append-only log of JSON records. A record's place (a byte offset, counted over all segments) is known when it is
 * appended; `committed` tells when everything appended so far would survive the end of the process.
 */
export interface Journal {
  /** Appends a record and returns its place. */
  append(json: string): number;
  /** Resolves when all that has been appended is on disk; rejects when it cannot be. */
  committed(): Promise<void>;
  /** The record at a place that `append` or `replay` gave. Only of committed records. */
  read(place: number): string;
  /** Calls back with every record from a place on, in order. */
  replay(from: number, onRecord: (json: string, place: number) => void): void;
  /** The place of the first record that is still kept. */
  readonly start: number;
  /** The place that the next record will have. */
  readonly end: number;
  /** Why the journal can no longer be written, once it cannot: what memory holds is then ahead of the disk. */
  readonly failure: Error | undefined;
  /** The oldest part that could be given up as a whole; undefined when there is only the part being written. */
  oldestPart(): { readonly end: number; readonly size: number } | undefined;
  /** Gives up the oldest part, for good. */
  dropOldestPart(): void;
  close(): Promise<void>;
}

/** A damaged journal, told with file and byte. Nothing has been changed on disk. */
export class JournalCorrupt extends Error {}

/** A journal that ends with the process, for tests and simulations. */
export function memoryJournal(): Journal {
  const records: string[] = [];
  return {
    append: json => records.push(json) - 1,
    committed: () => Promise.resolve(),
    read(place) {
      const json = records[place];
      if (json === undefined) throw new JournalCorrupt(`The memory journal holds no record ${place}.`);
      return json;
    },
    replay: (from, onRecord) => {
      for (let place = from; place < records.length; place++) onRecord(records[place] ?? '', place);
    },
    start: 0,
    get end() {
      return records.length;
    },
    failure: undefined,
    oldestPart: () => undefined,
    dropOldestPart: () => undefined,
    close: () => Promise.resolve(),
  };
}
