import { hexDigit, isRegular, isWhite } from './characters.ts';
import { readHexString, readLiteralString } from './read-string.ts';
import { PdfError, PdfName, PdfRef, type PdfValue } from './values.ts';

/** How deep arrays and dictionaries may be nested. */
const DEEPEST = 100;

/** Reads values of PDF one after the other, from a place in a file or in an object stream. */
export class PdfReader {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  skipWhite(): void {
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x25) this.#skipComment();
      else if (isWhite(byte)) this.at += 1;
      else return;
    }
  }

  /** The next word (digits, letters and such); empty where a delimiter follows. */
  word(): string {
    this.skipWhite();
    const start = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] ?? 0)) this.at += 1;
    return this.bytes.toString('latin1', start, this.at);
  }

  /** Whether this word follows; if so, it is read. */
  takes(word: string): boolean {
    const back = this.at;
    if (this.word() === word) return true;
    this.at = back;
    return false;
  }

  integer(): number {
    const word = this.word();
    if (!/^\+?\d{1,15}$/.test(word)) throw new PdfError(`a whole number was expected at ${this.at}`);
    return Number(word);
  }

  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new PdfError('values are nested too deep');
    this.skipWhite();
    const byte = this.bytes[this.at];
    switch (byte) {
      case undefined:
        throw new PdfError('the file ends within a value');
      case 0x2f:
        return this.name();
      case 0x28:
        return this.#string(readLiteralString(this.bytes, this.at));
      case 0x5b:
        return this.#array(depth);
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c
          ? this.#dict(depth)
          : this.#string(readHexString(this.bytes, this.at));
      default:
        return this.#plain();
    }
  }

  name(): PdfName {
    this.at += 1;
    const start = this.at;
    while (this.at < this.bytes.length && isRegular(this.bytes[this.at] ?? 0)) this.at += 1;
    const written = this.bytes.toString('latin1', start, this.at);
    if (!written.includes('#')) return new PdfName(written);
    return new PdfName(
      written.replace(/#([0-9A-Fa-f])([0-9A-Fa-f])/g, (_, high: string, low: string) =>
        String.fromCharCode((hexDigit(high.charCodeAt(0)) << 4) | hexDigit(low.charCodeAt(0))),
      ),
    );
  }

  #skipComment(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
      this.at += 1;
  }

  #string<S extends { readonly end: number }>(read: S): S {
    this.at = read.end;
    return read;
  }

  #array(depth: number): PdfValue[] {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 0x5d) {
        this.at += 1;
        return items;
      }
      items.push(this.value(depth + 1));
    }
  }

  #dict(depth: number): Map<string, PdfValue> {
    this.at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhite();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2;
        return dict;
      }
      if (this.bytes[this.at] !== 0x2f) throw new PdfError(`a key was expected at ${this.at}`);
      const key = this.name().value;
      // Programs differ on which of two entries counts, so neither does.
      if (dict.has(key)) throw new PdfError(`a dictionary has the key ${key} twice`);
      dict.set(key, this.value(depth + 1));
    }
  }

  /** A number, a reference or a keyword. */
  #plain(): PdfValue {
    const word = this.word();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!/^[+-]*\d*\.?\d*(-\d*)?$/.test(word) || !/\d/.test(word))
      throw new PdfError(`no value at ${this.at}`);
    if (!/^\d{1,10}$/.test(word)) return Number.parseFloat(word.replace(/^\+/, '').replace(/^-+/, '-'));
    return this.#reference(Number(word)) ?? Number(word);
  }

  #reference(number: number): PdfRef | undefined {
    const back = this.at;
    const generation = this.word();
    if (/^\d{1,5}$/.test(generation) && this.takes('R')) return new PdfRef(number, Number(generation));
    this.at = back;
    return undefined;
  }
}
