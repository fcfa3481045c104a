import { createHash } from 'node:crypto';
import { PdfFile, type PdfView } from './document.ts';
import {
  dictOf,
  isArray,
  named,
  type PdfDict,
  PdfError,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
} from './values.ts';
import { writeValue } from './write-value.ts';

export interface WrittenUpdate {
  readonly bytes: Buffer;
  /** Where an object of the update begins. */
  readonly offsetOf: (ref: PdfRef) => number;
}

/** Changes to a file that are written behind it (an incremental update): what was there keeps its bytes. */
export class PdfUpdate {
  readonly view: PdfView;
  readonly #changed = new Map<number, { readonly ref: PdfRef; readonly value: PdfValue }>();
  #next: number;

  constructor(bytes: Buffer) {
    this.view = new PdfFile(bytes).revision(0);
    if (this.view.trailer.has('Encrypt')) throw new PdfError('an encrypted file is not added to');
    const size = this.view.trailer.get('Size');
    this.#next = Math.max(typeof size === 'number' ? size : 0, this.view.highest + 1);
  }

  add(value: PdfValue): PdfRef {
    const ref = new PdfRef(this.#next);
    this.#next += 1;
    this.set(ref, value);
    return ref;
  }

  set(ref: PdfRef, value: PdfValue): void {
    this.#changed.set(ref.number, { ref, value });
  }

  /** An object as changed so far. */
  get(ref: PdfRef): PdfValue {
    return this.#changed.get(ref.number)?.value ?? this.view.get(ref);
  }

  /** Gives an object's dictionary other entries; null takes one away. */
  change(ref: PdfRef, entries: Readonly<Record<string, PdfValue>>): void {
    const now = this.get(ref);
    if (!(now instanceof Map)) throw new PdfError(`object ${ref.number} is no dictionary`);
    const changed = new Map(now as PdfDict);
    for (const [key, value] of Object.entries(entries))
      if (value === null) changed.delete(key);
      else changed.set(key, value);
    this.set(ref, changed);
  }

  get root(): PdfRef {
    const root = this.view.trailer.get('Root');
    if (!(root instanceof PdfRef)) throw new PdfError('the file has no catalog');
    return root;
  }

  write(): WrittenUpdate {
    const before = this.view.file.bytes;
    const parts: Buffer[] = [before];
    let length = before.length;
    const put = (bytes: Buffer) => {
      parts.push(bytes);
      length += bytes.length;
    };
    if (before.at(-1) !== 10) put(Buffer.from('\n'));
    const offsets = new Map<number, number>();
    for (const { ref, value } of [...this.#changed.values()].sort((a, b) => a.ref.number - b.ref.number)) {
      offsets.set(ref.number, length);
      put(Buffer.from(`${ref.number} ${ref.generation} obj\n`, 'latin1'));
      put(writeValue(value));
      put(Buffer.from('\nendobj\n', 'latin1'));
    }
    const start = length;
    put(this.#references(offsets, start));
    put(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return {
      bytes: Buffer.concat(parts),
      offsetOf(ref) {
        const offset = offsets.get(ref.number);
        if (offset === undefined) throw new PdfError(`object ${ref.number} is not of this update`);
        return offset;
      },
    };
  }

  /** The cross-reference in the form that the file has: readers do not follow from a table to a stream or back. */
  #references(offsets: ReadonlyMap<number, number>, start: number): Buffer {
    const form = this.view.sections[0]?.form;
    const generationOf = (number: number) => this.#changed.get(number)?.ref.generation ?? 0;
    if (form !== 'stream') {
      const rows = [...offsets].map(([number, offset]) => {
        const written = `${String(offset).padStart(10, '0')} ${String(generationOf(number)).padStart(5, '0')} n \n`;
        return `${number} 1\n${written}`;
      });
      const trailer = writeValue(this.#trailer(this.#next)).toString('latin1');
      return Buffer.from(`xref\n${rows.join('')}trailer\n${trailer}\n`, 'latin1');
    }
    const own = this.#next;
    const all = [...offsets, [own, start] as const];
    const data = Buffer.alloc(all.length * 7);
    for (const [row, [number, offset]] of all.entries()) {
      data.writeUInt8(1, row * 7);
      data.writeUInt32BE(offset, row * 7 + 1);
      data.writeUInt16BE(generationOf(number), row * 7 + 5);
    }
    const entries = { Type: named('XRef'), W: [1, 4, 2], Index: all.flatMap(([number]) => [number, 1]) };
    const dict = new Map([...dictOf(entries), ...this.#trailer(own + 1)]);
    return Buffer.concat([
      Buffer.from(`${own} 0 obj\n`, 'latin1'),
      writeValue(new PdfStream(dict, data)),
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
  }

  #trailer(size: number): PdfDict {
    const { trailer, sections, file } = this.view;
    const [ids] = [this.view.resolve(trailer.get('ID'))];
    const first = isArray(ids) ? this.view.resolve(ids[0]) : null;
    const changed = createHash('sha256').update(file.bytes).digest().subarray(0, 16);
    const second = new PdfString(changed, true);
    return dictOf({
      Size: size,
      Root: this.root,
      Info: trailer.get('Info'),
      ID: [first instanceof PdfString ? new PdfString(first.bytes, true) : second, second],
      Prev: sections[0]?.offset,
    });
  }
}
