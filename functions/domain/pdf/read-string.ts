import { hexDigit, isWhite } from './characters.ts';
import { PdfError, PdfString } from './values.ts';

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const LF = 10;
const CR = 13;

/** Reads `(text)`, from its first parenthesis. */
export function readLiteralString(bytes: Buffer, start: number): PdfString {
  const read: number[] = [];
  let depth = 1;
  let at = start + 1;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x28) depth += 1;
    if (byte === 0x29) {
      depth -= 1;
      if (depth === 0) return new PdfString(Buffer.from(read), false, start, at);
    }
    if (byte !== 0x5c) {
      read.push(byte);
      continue;
    }
    const escaped = bytes[at] ?? 0;
    const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', at, at + 3))?.[0];
    if (octal !== undefined) {
      read.push(Number.parseInt(octal, 8) & 0xff);
      at += octal.length;
    } else if (escaped === CR || escaped === LF) {
      // A line end after a backslash belongs to neither.
      at += escaped === CR && bytes[at + 1] === LF ? 2 : 1;
    } else {
      read.push(ESCAPES[String.fromCharCode(escaped)] ?? escaped);
      at += 1;
    }
  }
  throw new PdfError('a string does not end');
}

/** Reads `<0A…>`, from its first bracket. */
export function readHexString(bytes: Buffer, start: number): PdfString {
  const end = bytes.indexOf(0x3e, start + 1);
  if (end === -1) throw new PdfError('a string does not end');
  const read = Buffer.alloc((end - start) >> 1);
  let digits = 0;
  for (let at = start + 1; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const digit = hexDigit(byte);
    if (digit === -1) {
      if (isWhite(byte)) continue;
      throw new PdfError('a string holds what is no hexadecimal digit');
    }
    const place = digits >> 1;
    read[place] = (read[place] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return new PdfString(read.subarray(0, (digits + 1) >> 1), true, start, end + 1);
}
