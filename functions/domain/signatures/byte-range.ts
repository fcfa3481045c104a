import { isArray, type PdfDict, PdfString } from '../pdf/values.ts';

/** What a signature says it covers: everything from the beginning to `end`, but for its own contents. */
export interface Coverage {
  readonly contents: PdfString;
  /** Before and after the contents. */
  readonly parts: readonly [Buffer, Buffer];
  readonly end: number;
}

/** White space and marks of the end: what may follow the covered part without being content. */
const EMPTY_TAIL = /^[\s\0]*$/;

/**
 * Reads the byte range of a signature. It must begin with the file and leave out nothing but the contents, exactly:
 * a gap that is wider, lies elsewhere, or a range of another form could hide what was not signed.
 */
export function coverageOf(bytes: Buffer, dict: PdfDict): Coverage | 'range-malformed' | 'range-gap' {
  const range = dict.get('ByteRange');
  const contents = dict.get('Contents');
  if (!isArray(range) || range.length !== 4 || !(contents instanceof PdfString)) return 'range-malformed';
  if (!range.every(number => Number.isSafeInteger(number) && (number as number) >= 0))
    return 'range-malformed';
  const [first, firstLength, second, secondLength] = range as [number, number, number, number];
  const end = second + secondLength;
  if (first !== 0 || end > bytes.length) return 'range-malformed';
  if (!contents.hex || contents.start < 0) return 'range-gap';
  if (firstLength !== contents.start || second !== contents.end) return 'range-gap';
  return { contents, parts: [bytes.subarray(0, firstLength), bytes.subarray(second, end)], end };
}

/** Whether nothing but the end of the file follows. */
export const endsAt = (bytes: Buffer, end: number): boolean =>
  bytes.length - end < 1024 && EMPTY_TAIL.test(bytes.toString('latin1', end));
