import type { PdfObject } from './objects.ts';
import type { PdfToken } from './tokens.ts';

/** How the data of a stream are packed, and whether they are further objects. */
export interface StreamKind {
  /** The filters in order, such as `FlateDecode`; undefined: named elsewhere in the file. */
  readonly filters: readonly string[] | undefined;
  readonly holdsObjects: boolean;
  /** The data are differences between rows, which must be added up. */
  readonly predicted: boolean;
}

const SHORT: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  RL: 'RunLengthDecode',
};

export function streamKind({ tokens }: PdfObject): StreamKind {
  const has = (wanted: string) => tokens.some(token => 'name' in token && token.name === wanted);
  const predictor = after(tokens, 'Predictor')[0];
  return {
    filters: filtersOf(after(tokens, 'Filter')),
    holdsObjects: has('ObjStm') || (has('First') && has('N')),
    predicted: predictor !== undefined && !('word' in predictor && predictor.word === '1'),
  };
}

function after(tokens: readonly PdfToken[], key: string): readonly PdfToken[] {
  const at = tokens.findIndex(token => 'name' in token && token.name === key);
  return at === -1 ? [] : tokens.slice(at + 1);
}

function filtersOf(value: readonly PdfToken[]): string[] | undefined {
  const [first] = value;
  if (first === undefined) return [];
  if ('name' in first) return [SHORT[first.name] ?? first.name];
  if (first.word === 'null') return [];
  if (first.word !== '[') return undefined;
  const end = value.findIndex(token => 'word' in token && token.word === ']');
  const names = value.slice(1, end === -1 ? undefined : end);
  return names.every(token => 'name' in token) ? names.map(({ name }) => SHORT[name] ?? name) : undefined;
}
