import { type CsvColumn, columnNamed } from './names.ts';
import { type Cell, type Row, rowsOf, type Separator } from './rows.ts';

/** The row of a file that names its columns. */
export interface Header {
  readonly separator: Separator;
  readonly row: Row;
  /** The index of each column that is known. */
  readonly columns: ReadonlyMap<CsvColumn, number>;
  /** Cells that name a column which another cell names by the same name. */
  readonly repeated: readonly Cell[];
}

const SEPARATORS: readonly Separator[] = [';', '\t', ','];

/** The header is among the first rows: above it are the name of the bank, the account, the days. */
const HEADER_WITHIN = 60;

/** Fewer known columns are no header, but a title with a word of one. */
const FEWEST_COLUMNS = 2;

/** The row with the most known columns, by the separator that shows the most. */
export function findHeader(text: string): Header | undefined {
  const found = SEPARATORS.flatMap(separator => {
    const headers: Header[] = [];
    for (const row of rowsOf(text, separator)) {
      headers.push(headerOf(row, separator));
      if (headers.length === HEADER_WITHIN) break;
    }
    return headers;
  }).filter(({ columns }) => columns.size >= FEWEST_COLUMNS);
  return found.toSorted((a, b) => b.columns.size - a.columns.size)[0];
}

function headerOf(row: Row, separator: Separator): Header {
  const best = new Map<CsvColumn, { index: number; rank: number }>();
  const repeated: Cell[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const named = columnNamed(cell.text);
    if (!named) continue;
    const other = best.get(named.code);
    if (other?.rank === named.rank) repeated.push(cell);
    if (!other || named.rank < other.rank) best.set(named.code, { index, rank: named.rank });
  }
  return { separator, row, columns: new Map([...best].map(([code, { index }]) => [code, index])), repeated };
}
