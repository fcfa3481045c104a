import { inflateSync } from 'node:zlib';
import { isArray, isDict, isName, type PdfDict, PdfError, type PdfStream, type PdfValue } from './values.ts';

/** Most bytes that an object stream or a cross-reference stream may unfold to. */
const MOST = 32 * 1024 * 1024;

/** What a stream of the file's own structure holds: those are compressed by Flate or not at all. */
export function decodeStream({ dict, raw }: PdfStream): Buffer {
  const filter = single(dict.get('Filter'));
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (filter === undefined || filter === null) return bytes;
  if (!isName(filter, 'FlateDecode'))
    throw new PdfError('a structural stream has a filter that is not read here');
  return unpredict(inflate(bytes), single(dict.get('DecodeParms')));
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST });
  } catch {
    throw new PdfError('a structural stream cannot be unfolded');
  }
}

function single(value: PdfValue | undefined): PdfValue | undefined {
  if (!isArray(value)) return value;
  if (value.length > 1) throw new PdfError('a structural stream has several filters');
  return value[0];
}

/** Undoes the predictors of PNG, with which cross-reference streams are usually stored. */
function unpredict(bytes: Buffer, parameters: PdfValue | undefined): Buffer {
  const number = (key: string, otherwise: number) => {
    const value = isDict(parameters) ? (parameters as PdfDict).get(key) : undefined;
    return typeof value === 'number' ? value : otherwise;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  const columns = number('Columns', 1);
  const usual = number('Colors', 1) === 1 && number('BitsPerComponent', 8) === 8;
  if (predictor < 10 || !usual || !(columns >= 1 && columns <= 1024))
    throw new PdfError('a structural stream has a predictor that is not read here');
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const place = row * columns + column;
      const left = column > 0 ? (out[place - 1] ?? 0) : 0;
      const above = row > 0 ? (out[place - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (out[place - columns - 1] ?? 0) : 0;
      out[place] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + predicted(kind, left, above, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, above: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      throw new PdfError('a structural stream has a predictor that there is not');
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map(value => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
