import { PdfReader } from './reader.ts';
import { isDict, PdfError, PdfRef, PdfStream, type PdfValue } from './values.ts';

export interface ReadObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
}

/**
 * Reads `number generation obj …` at an offset.
 *
 * @param resolve for the length of a stream, which may be an object of its own.
 */
export function readObjectAt(bytes: Buffer, offset: number, resolve: (ref: PdfRef) => PdfValue): ReadObject {
  const reader = new PdfReader(bytes, offset);
  const number = reader.integer();
  const generation = reader.integer();
  if (!reader.takes('obj')) throw new PdfError(`there is no object at ${offset}`);
  const value = reader.value();
  if (!isDict(value) || !reader.takes('stream')) return { number, generation, value };
  if (bytes[reader.at] === 13) reader.at += 1;
  if (bytes[reader.at] === 10) reader.at += 1;
  const start = reader.at;
  const told = value.get('Length');
  const length = told instanceof PdfRef ? resolve(told) : told;
  const end = endOfStream(bytes, start, typeof length === 'number' ? length : -1);
  return { number, generation, value: new PdfStream(value, bytes.subarray(start, end)) };
}

/** Where its length says, if it ends there; otherwise where `endstream` is, as viewers do. */
function endOfStream(bytes: Buffer, start: number, length: number): number {
  const end = start + length;
  if (Number.isInteger(length) && length >= 0 && end <= bytes.length) {
    const reader = new PdfReader(bytes, end);
    if (reader.takes('endstream')) return end;
  }
  const found = bytes.indexOf('endstream', start, 'latin1');
  if (found === -1) throw new PdfError('a stream does not end');
  const before = bytes[found - 1];
  if (before === 10) return bytes[found - 2] === 13 ? found - 2 : found - 1;
  return before === 13 ? found - 1 : found;
}
