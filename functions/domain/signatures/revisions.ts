import type { PdfFile } from '../pdf/document.ts';
import { PdfReader } from '../pdf/reader.ts';
import { compareRevisions, UNREADABLE, type Update } from './allowed-updates.ts';

/** Objects that are looked at in all updates of a file together. */
const MOST = 1_000_000;

/** A file by its revisions, with what each update of it changed. Each update is compared once. */
export class Revisions {
  readonly #file: PdfFile;
  readonly #fillable: ReadonlySet<string>;
  #looked = 0;
  readonly #updates = new Map<number, Update>();

  constructor(file: PdfFile, fillable: readonly string[]) {
    this.#file = file;
    this.#fillable = new Set(fillable);
  }

  /**
   * The index of the revision that ends at a byte (0 is the newest): the end of the file must be told right before it,
   * as programs that sign write it. Undefined if no revision ends there.
   */
  endingAt(end: number): number | undefined {
    const { bytes, sections } = this.#file;
    const tail = /startxref\s+(\d{1,15})\s+%%EOF\s*$/.exec(
      bytes.toString('latin1', Math.max(0, end - 1024), end),
    );
    if (!tail) return undefined;
    const start = placeOf(bytes, Number(tail[1]));
    const index = sections.findIndex(({ offset }) => placeOf(bytes, offset) === start);
    if (index === -1) return undefined;
    // What came later must stand behind it, or it was signed as something else than a revision.
    return sections.slice(0, index).every(({ offset }) => offset >= end) ? index : undefined;
  }

  /** What the update changed that led to a revision. */
  update(index: number): Update {
    const known = this.#updates.get(index);
    if (known) return known;
    if (this.#looked > MOST) return UNREADABLE;
    const update = compareRevisions(
      this.#file.revision(index + 1),
      this.#file.revision(index),
      this.#fillable,
    );
    this.#looked += update.looked;
    this.#updates.set(index, update);
    return update;
  }

  /** What of the planned fields was filled by the update that led to a revision; nothing for the first. */
  filledIn(index: number): Update['filled'] {
    return index + 1 < this.#file.sections.length ? this.update(index).filled : [];
  }
}

function placeOf(bytes: Buffer, offset: number): number {
  const reader = new PdfReader(bytes, offset);
  reader.skipWhite();
  return reader.at;
}
