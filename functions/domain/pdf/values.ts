/** A name of PDF (`/Type`), without its slash. */
export class PdfName {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** A string of PDF with its place in the file; `hex` if it is written in hexadecimal digits. */
export class PdfString {
  readonly bytes: Buffer;
  readonly hex: boolean;
  /** Where its first delimiter is, and the byte after the last; -1 in a string that was not read from the file. */
  readonly start: number;
  readonly end: number;
  constructor(bytes: Buffer, hex = false, start = -1, end = -1) {
    this.bytes = bytes;
    this.hex = hex;
    this.start = start;
    this.end = end;
  }
}

/** A reference to an object. */
export class PdfRef {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation = 0) {
    this.number = number;
    this.generation = generation;
  }
}

export class PdfStream {
  readonly dict: PdfDict;
  /** As stored, not decoded. */
  readonly raw: Uint8Array;
  constructor(dict: PdfDict, raw: Uint8Array) {
    this.dict = dict;
    this.raw = raw;
  }
}

export type PdfDict = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfStream
  | readonly PdfValue[]
  | PdfDict;

/** What cannot be read as PDF, or only by guessing. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
export const isName = (value: PdfValue | undefined, name: string): boolean =>
  value instanceof PdfName && value.value === name;
/** A dictionary from its entries; those that are undefined are left out. */
export const dictOf = (entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict =>
  new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined));
export const named = (value: string): PdfName => new PdfName(value);
