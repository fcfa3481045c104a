import { type PdfToken, pdfTokens } from './tokens.ts';

/** An object of a PDF: its names and words in order, and where its stream's data begin, if it has one. */
export interface PdfObject {
  readonly tokens: readonly PdfToken[];
  readonly stream: number | undefined;
}

/** What ends an object, beside the beginning of the next. */
const ENDS: ReadonlySet<string> = new Set(['endobj', 'endstream', 'obj', 'xref', 'startxref', 'trailer']);

/** Where an object or a trailer may begin. A reader is led there by tables, so what lies around it says nothing. */
const BEGINNINGS = /(?<![A-Za-z])obj|trailer/g;

/** More than this were read again and again: a file built to keep its reader busy. */
const READ_AT_MOST = 8;

/** The file is built so that it cannot be gone through. */
export class EndlessPdf extends Error {}

/**
 * All objects and trailers of a PDF wherever they begin: also those no table names, those of earlier versions, and
 * those hidden within the data of another object, for a reader could be led to each.
 */
export function* pdfObjects(text: string): Generator<PdfObject> {
  let left = READ_AT_MOST * text.length;
  for (const { 0: beginning, index } of text.matchAll(BEGINNINGS)) {
    const from = index + beginning.length;
    const { object, end } = objectAt(text, from);
    left -= end - from;
    if (left < 0) throw new EndlessPdf();
    yield object;
  }
}

function objectAt(text: string, from: number): { readonly object: PdfObject; readonly end: number } {
  const tokens: PdfToken[] = [];
  for (const token of pdfTokens(text, from)) {
    const { end } = token;
    if ('word' in token && token.word === 'stream')
      return { object: { tokens, stream: startOfData(text, end) }, end };
    if ('word' in token && ENDS.has(token.word)) return { object: { tokens, stream: undefined }, end };
    tokens.push(token);
  }
  return { object: { tokens, stream: undefined }, end: text.length };
}

/** The keyword is followed by a line end, which is not part of the data. */
function startOfData(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return end + (text[end] === '\n' || text[end] === '\r' ? 1 : 0);
}
