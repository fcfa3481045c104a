import type { Line } from './lines.ts';
import { LEADING, type Setting, type Sheet } from './sheet.ts';

export interface TableColumn {
  readonly title: string;
  /** Its share of the width of the text; the shares of a table add up to 1. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Table {
  readonly columns: readonly TableColumn[];
  /** A text for each column; lines are kept. */
  readonly rows: readonly (readonly string[])[];
}

/** Between a cell's rule and its text. */
const PADDING = 2.5;

interface Cell {
  readonly setting: Setting;
  readonly lines: readonly Line[];
}

/** What readers are told of a row that goes on over pages: one element, with the contents of each page. */
type Contents = PDFKit.PDFStructureContent[][];

/** Writes a table with rules. Its head is repeated on each page, and a row longer than a page goes on on the next. */
export function writeTable(sheet: Sheet, { columns, rows }: Table, size: number): void {
  const head = cellsOf(
    sheet,
    columns,
    columns.map(({ title }) => title),
    { size, style: 'bold', align: 'center' },
  );
  const lineHeight = size * LEADING;
  const writer = new RowWriter(sheet, lineHeight, () => writer.repeat(head));
  const elements = [writer.row(head, 'TH')];
  for (const row of rows) elements.push(writer.row(cellsOf(sheet, columns, row, { size }), 'TD'));
  sheet.add(sheet.element('Table', elements));
}

function cellsOf(
  sheet: Sheet,
  columns: readonly TableColumn[],
  texts: readonly string[],
  common: Setting,
): Cell[] {
  let left = 0;
  return columns.map(({ share, align = 'left' }, index) => {
    const width = share * sheet.textWidth;
    const setting = { align, ...common, left: left + PADDING, width: width - 2 * PADDING };
    left += width;
    const lines = (texts[index] ?? '').split('\n').flatMap(text => sheet.linesOf(text, setting));
    return { setting, lines };
  });
}

class RowWriter {
  readonly #sheet: Sheet;
  readonly #lineHeight: number;
  readonly #onNewPage: () => void;

  constructor(sheet: Sheet, lineHeight: number, onNewPage: () => void) {
    this.#sheet = sheet;
    this.#lineHeight = lineHeight;
    this.#onNewPage = onNewPage;
  }

  /** Draws a row, over as many pages as it needs, and gives it as an element. */
  row(cells: readonly Cell[], tag: 'TH' | 'TD'): PDFKit.PDFStructureElement {
    const sheet = this.#sheet;
    const contents: Contents = cells.map(() => []);
    const all = Math.max(...cells.map(({ lines }) => lines.length));
    if (!sheet.hasRoom(this.#heightOf(all)) && (this.#fits(all) || !sheet.hasRoom(this.#heightOf(2))))
      this.#turn(tag);
    for (let from = 0; from < all; ) {
      if (from > 0) this.#turn(tag);
      const most = Math.max(1, Math.floor((sheet.room - 2 * PADDING) / this.#lineHeight));
      const to = Math.min(all, from + most);
      this.#draw(cells, from, to, (index, draw) => contents[index]?.push(sheet.content(tag, draw)));
      from = to;
    }
    const options = tag === 'TH' ? ({ scope: 'Column' } as const) : {};
    return sheet.element(
      'TR',
      contents.map(parts => sheet.element(tag, parts, options)),
    );
  }

  /** The head once more: readers were told of it already. */
  repeat(cells: readonly Cell[]): void {
    const all = Math.max(...cells.map(({ lines }) => lines.length));
    this.#draw(cells, 0, all, (_, draw) => this.#sheet.artifact('Pagination', draw));
  }

  #turn(tag: 'TH' | 'TD'): void {
    this.#sheet.turn();
    if (tag === 'TD') this.#onNewPage();
  }

  #draw(
    cells: readonly Cell[],
    from: number,
    to: number,
    told: (index: number, draw: () => void) => void,
  ): void {
    const sheet = this.#sheet;
    const { y } = sheet;
    for (const [index, { setting, lines }] of cells.entries())
      told(index, () => sheet.drawLines(lines.slice(from, to), y + PADDING, setting));
    const height = this.#heightOf(to - from);
    sheet.artifact('Layout', pdf => {
      for (const { setting } of cells) {
        const left = sheet.paper.left + (setting.left ?? 0) - PADDING;
        pdf.rect(left, y, (setting.width ?? 0) + 2 * PADDING, height);
      }
      pdf.lineWidth(0.5).stroke();
    });
    sheet.y += height;
  }

  /** Whether a row has room on a page of its own, below a head. */
  #fits(lines: number): boolean {
    const { height, top, bottom } = this.#sheet.paper;
    return this.#heightOf(lines) + this.#heightOf(4) <= height - top - bottom;
  }

  #heightOf(lines: number): number {
    return lines * this.#lineHeight + 2 * PADDING;
  }
}
