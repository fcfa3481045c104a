import { decodeStream } from './filters.ts';
import { readObjectAt } from './read-object.ts';
import { PdfReader } from './reader.ts';
import { isArray, isDict, type PdfDict, PdfError, PdfStream } from './values.ts';

/** Where an object is: in the file, in an object stream, or nowhere (it was freed). */
export type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** One cross-reference section: what a revision of the file adds, with its trailer. */
export interface Section {
  readonly offset: number;
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PdfDict;
  /** `hybrid`: a table with a stream beside it, for older readers. */
  readonly form: 'table' | 'stream' | 'hybrid';
}

const MOST_SECTIONS = 400;
const MOST_ENTRIES = 1_000_000;

/** The sections of a file, the newest first, from the one at this offset. */
export function readSections(bytes: Buffer, start: number): readonly Section[] {
  const sections: Section[] = [];
  const seen = new Set<number>();
  let entries = 0;
  for (let next: number | undefined = start; next !== undefined; ) {
    if (seen.has(next)) throw new PdfError('the revisions of the file go in a circle');
    if (seen.size >= MOST_SECTIONS) throw new PdfError('the file has too many revisions');
    seen.add(next);
    const section = readSection(bytes, next);
    entries += section.entries.size;
    if (entries > MOST_ENTRIES) throw new PdfError('the file has too many objects');
    sections.push(section);
    const previous = section.trailer.get('Prev');
    next = typeof previous === 'number' ? previous : undefined;
  }
  return sections;
}

function readSection(bytes: Buffer, offset: number): Section {
  if (!(offset >= 0 && offset < bytes.length)) throw new PdfError('a revision would be outside of the file');
  const reader = new PdfReader(bytes, offset);
  if (reader.takes('xref')) return readTable(reader, offset);
  const { entries, trailer } = readStreamSection(bytes, offset);
  return { offset, entries, trailer, form: 'stream' };
}

function readTable(reader: PdfReader, offset: number): Section {
  const entries = new Map<number, Entry>();
  while (!reader.takes('trailer')) {
    const first = reader.integer();
    const count = reader.integer();
    if (count > MOST_ENTRIES) throw new PdfError('the file has too many objects');
    for (let number = first; number < first + count; number += 1) {
      const place = reader.integer();
      const generation = reader.integer();
      const kind = reader.word();
      if (kind !== 'n' && kind !== 'f')
        throw new PdfError('a cross-reference table has another kind of entry');
      entries.set(number, kind === 'f' ? { kind: 'free' } : { kind: 'at', offset: place, generation });
    }
  }
  const trailer = reader.value();
  if (!isDict(trailer)) throw new PdfError('a cross-reference table has no trailer');
  const beside = trailer.get('XRefStm');
  if (typeof beside !== 'number') return { offset, entries, trailer, form: 'table' };
  // What the table says of an object counts, unless it calls it free: so are those hidden that the stream holds.
  for (const [number, entry] of readStreamSection(reader.bytes, beside).entries)
    if ((entries.get(number)?.kind ?? 'free') === 'free') entries.set(number, entry);
  return { offset, entries, trailer, form: 'hybrid' };
}

function readStreamSection(bytes: Buffer, offset: number): Pick<Section, 'entries' | 'trailer'> {
  const { value } = readObjectAt(bytes, offset, () => null);
  if (!(value instanceof PdfStream)) throw new PdfError('there is no cross-reference where one should be');
  const trailer = value.dict;
  const widths = numbers(trailer.get('W'));
  const [a = 0, b = 0, c = 0] = widths;
  const width = a + b + c;
  if (widths.length !== 3 || widths.some(one => one > 8) || width === 0)
    throw new PdfError('a cross-reference stream has columns that cannot be');
  const size = trailer.get('Size');
  const index = trailer.has('Index')
    ? numbers(trailer.get('Index'))
    : [0, typeof size === 'number' ? size : 0];
  const data = decodeStream(value);
  const entries = new Map<number, Entry>();
  let at = 0;
  const field = (bytesWide: number, otherwise: number): number => {
    if (bytesWide === 0) return otherwise;
    let read = 0;
    for (let byte = 0; byte < bytesWide; byte += 1) read = read * 256 + (data[at + byte] ?? 0);
    at += bytesWide;
    return read;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2)
    for (let nth = 0; nth < (index[pair + 1] ?? 0) && at + width <= data.length; nth += 1) {
      const [kind, second, third] = [field(a, 1), field(b, 0), field(c, 0)];
      entries.set((index[pair] ?? 0) + nth, entryOf(kind, second, third));
    }
  return { entries, trailer };
}

function entryOf(kind: number, second: number, third: number): Entry {
  if (kind === 1) return { kind: 'at', offset: second, generation: third };
  return kind === 2 ? { kind: 'packed', stream: second, index: third } : { kind: 'free' };
}

function numbers(value: unknown): number[] {
  const items = isArray(value as never) ? (value as readonly unknown[]) : [];
  const whole = items.filter((item): item is number => Number.isSafeInteger(item) && (item as number) >= 0);
  if (whole.length !== items.length)
    throw new PdfError('a cross-reference stream has columns that cannot be');
  return whole;
}
