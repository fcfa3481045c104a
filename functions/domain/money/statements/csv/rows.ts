import { faultWords } from '../fault-words.ts';
import { MOST_CELLS } from '../limits.ts';
import type { Place, StatementFault } from '../statement.ts';

export interface Cell extends Place {
  readonly text: string;
}

/** A row of a CSV file; with `fault` its cells up to there. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly fault?: StatementFault;
}

export type Separator = ',' | ';' | '\t';

/** The rows of a CSV text (RFC 4180), one after another; after a row with a fault there is none. */
export function* rowsOf(text: string, separator: Separator): Generator<Row> {
  let [at, line, lineStart] = [0, 1, 0];
  while (at < text.length) {
    const first = line;
    const cells: Cell[] = [];
    for (;;) {
      const place: Place = { line, column: at - lineStart + 1 };
      if (cells.length === MOST_CELLS) {
        yield { line: first, cells, fault: { ...place, message: faultWords.manyCells } };
        return;
      }
      const quoted = text[at] === '"';
      const end = quoted ? closingQuote(text, at) : endOfPlain(text, at, separator);
      if (end === undefined) {
        yield { line: first, cells, fault: { ...place, message: faultWords.cutOff } };
        return;
      }
      const raw = quoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
      cells.push({ ...place, text: quoted ? raw.replaceAll('""', '"') : raw });
      if (quoted) {
        const breaks = [...raw.matchAll(/\r\n?|\n/g)];
        line += breaks.length;
        const last = breaks.at(-1);
        if (last) lineStart = at + 1 + last.index + last[0].length;
      }
      at = end;
      if (text[at] !== separator) break;
      at += 1;
    }
    const lineEnd = /\r\n?|\n|$/y;
    lineEnd.lastIndex = at;
    const broken = lineEnd.exec(text);
    if (!broken) {
      const place = { line, column: at - lineStart + 1 };
      yield { line: first, cells, fault: { ...place, message: faultWords.oddQuotes } };
      return;
    }
    yield { line: first, cells };
    at += broken[0].length;
    line += 1;
    lineStart = at;
  }
}

/** Where a cell without quotes ends: at the separator, the end of the line, or a quote, which none may hold. */
function endOfPlain(text: string, start: number, separator: Separator): number {
  let end = start;
  while (end < text.length && text[end] !== separator && !'\r\n"'.includes(text.charAt(end))) end += 1;
  return end;
}

/** The place behind the quote that ends a cell; undefined where none does. */
function closingQuote(text: string, start: number): number | undefined {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 2))
    if (text[quote + 1] !== '"') return quote + 1;
  return undefined;
}
