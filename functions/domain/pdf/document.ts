import { type Entry, readSections, type Section } from './cross-reference.ts';
import { decodeStream } from './filters.ts';
import { readObjectAt } from './read-object.ts';
import { PdfReader } from './reader.ts';
import { isDict, type PdfDict, PdfError, PdfRef, PdfStream, type PdfValue } from './values.ts';

/** How many references may lead on to one another before a value is reached. */
const LONGEST_CHAIN = 16;
/** Within how many bytes of the end the place of the newest cross-reference is told. */
const TAIL = 2048;
/** Bytes that all object streams of a file together may unfold to. */
const MOST_UNFOLDED = 128 * 1024 * 1024;

/** A PDF file as its cross-references tell it: all its revisions, and the objects of each. */
export class PdfFile {
  readonly bytes: Buffer;
  /** The newest first. */
  readonly sections: readonly Section[];
  #unfolded = 0;
  readonly #objects = new Map<number, { number: number; generation: number; value: PdfValue }>();
  readonly #packed = new Map<PdfStream, ReadonlyMap<number, { number: number; value: PdfValue }>>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.sections = readSections(bytes, startOfReferences(bytes));
  }

  /** The file as it was when this section was its newest: 0 is the newest of all. */
  revision(index: number): PdfView {
    return new PdfView(this, this.sections.slice(index));
  }

  /** The object at an offset; read once, whoever asks. */
  objectAt(
    offset: number,
    resolve: (ref: PdfRef) => PdfValue,
  ): { number: number; generation: number; value: PdfValue } {
    const known = this.#objects.get(offset);
    if (known) return known;
    const read = readObjectAt(this.bytes, offset, resolve);
    this.#objects.set(offset, read);
    return read;
  }

  /** The objects of an object stream, by their index in it. */
  packedIn(stream: PdfStream): ReadonlyMap<number, { number: number; value: PdfValue }> {
    const known = this.#packed.get(stream);
    if (known) return known;
    const data = decodeStream(stream);
    this.#unfolded += data.length;
    if (this.#unfolded > MOST_UNFOLDED) throw new PdfError('the file unfolds to too much');
    const read = readPacked(stream, data);
    this.#packed.set(stream, read);
    return read;
  }
}

/** One revision of a file. */
export class PdfView {
  readonly file: PdfFile;
  readonly sections: readonly Section[];
  readonly #entries = new Map<number, Entry>();
  readonly #resolving = new Set<number>();

  constructor(file: PdfFile, sections: readonly Section[]) {
    this.file = file;
    this.sections = sections;
  }

  get trailer(): PdfDict {
    const trailer = this.sections[0]?.trailer;
    if (!trailer) throw new PdfError('the file has no trailer');
    return trailer;
  }

  /** Looked for in the newest section first, when it is needed: files may have many revisions of many objects. */
  entry(number: number): Entry | undefined {
    const known = this.#entries.get(number);
    if (known) return known;
    for (const { entries } of this.sections) {
      const entry = entries.get(number);
      if (entry === undefined) continue;
      this.#entries.set(number, entry);
      return entry;
    }
    return undefined;
  }

  /** The highest number of an object. */
  get highest(): number {
    let highest = 0;
    for (const { entries } of this.sections)
      for (const number of entries.keys()) highest = Math.max(highest, number);
    return highest;
  }

  /** What a reference leads to; null where there is nothing, as PDF has it. */
  get(ref: PdfRef): PdfValue {
    const entry = this.entry(ref.number);
    if (!entry || entry.kind === 'free' || this.#resolving.has(ref.number)) return null;
    this.#resolving.add(ref.number);
    try {
      if (entry.kind === 'packed') return ref.generation === 0 ? this.#packedValue(ref.number, entry) : null;
      if (entry.generation !== ref.generation) return null;
      const found = this.file.objectAt(entry.offset, inner => this.get(inner));
      if (found.number !== ref.number) throw new PdfError(`object ${ref.number} is not where it should be`);
      return found.value;
    } finally {
      this.#resolving.delete(ref.number);
    }
  }

  /** The value itself, or what it refers to. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    for (let step = 0; found instanceof PdfRef; step += 1) {
      if (step > LONGEST_CHAIN) return null;
      found = this.get(found);
    }
    return found;
  }

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value);
    return isDict(found) ? found : undefined;
  }

  get catalog(): PdfDict {
    const catalog = this.dict(this.trailer.get('Root'));
    if (!catalog) throw new PdfError('the file has no catalog');
    return catalog;
  }

  #packedValue(number: number, entry: Extract<Entry, { kind: 'packed' }>): PdfValue {
    const stream = this.get(new PdfRef(entry.stream));
    if (!(stream instanceof PdfStream))
      throw new PdfError(`object ${number} is in a stream that there is not`);
    const found = this.file.packedIn(stream).get(entry.index);
    if (found?.number !== number) throw new PdfError(`object ${number} is not where it should be`);
    return found.value;
  }
}

function readPacked(
  stream: PdfStream,
  data: Buffer,
): ReadonlyMap<number, { number: number; value: PdfValue }> {
  const count = stream.dict.get('N');
  const first = stream.dict.get('First');
  if (typeof count !== 'number' || typeof first !== 'number')
    throw new PdfError('an object stream has no index');
  const index = new PdfReader(data, 0);
  const packed = new Map<number, { number: number; value: PdfValue }>();
  for (let nth = 0; nth < count; nth += 1) {
    const number = index.integer();
    const offset = index.integer();
    packed.set(nth, { number, value: new PdfReader(data, first + offset).value() });
  }
  return packed;
}

/** The offset that the file's last `startxref` tells. */
function startOfReferences(bytes: Buffer): number {
  const from = Math.max(0, bytes.length - TAIL);
  const at = bytes.lastIndexOf('startxref', undefined, 'latin1');
  if (at < from) throw new PdfError('the end of the file does not tell where its objects are');
  return new PdfReader(bytes, at + 'startxref'.length).integer();
}
