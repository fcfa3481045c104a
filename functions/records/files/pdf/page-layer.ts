import type { Box, PageLine } from '../../../../schemas/stored/page-text.ts';
import { allocate, copied, type Pdfium } from './pdfium.ts';

/** More pieces of text than any page has. */
const MOST_PIECES = 20_000;
/** The grid on which PDFium tells where something is. */
const GRID = 10_000;

/** The text of a page as the file has it, line by line; it is certain. */
export function layerOf(library: Pdfium, page: number): PageLine[] {
  const lines: PageLine[] = [];
  for (const piece of piecesOf(library, page)) addTo(lines, piece, () => true);
  return lines;
}

/** Beyond this gap, in heights of a line, pieces of a row stand in columns of their own. */
const GAP = 2;

/** The same, with what stands side by side in columns kept apart: the number of a document and its stamp. */
export function columnLinesOf(library: Pdfium, page: number): PageLine[] {
  const lines: PageLine[] = [];
  for (const piece of piecesOf(library, page))
    addTo(lines, piece, ({ box }) => piece.box.left - box.left - box.width < GAP * box.height);
  return lines;
}

function piecesOf(library: Pdfium, page: number): PageLine[] {
  const text = library.FPDFText_LoadPage(page);
  if (text === 0) return [];
  const memory = allocate(library, 40);
  try {
    const pieces = Math.min(library.FPDFText_CountRects(text, 0, -1), MOST_PIECES);
    const found: PageLine[] = [];
    for (let index = 0; index < pieces; index += 1) {
      const at = (place: number) => memory.at + 8 * place;
      library.FPDFText_GetRect(text, index, at(0), at(1), at(2), at(3));
      const [left, top, right, bottom] = [0, 8, 16, 24].map(offset => memory.view().getFloat64(offset, true));
      if (left === undefined || top === undefined || right === undefined || bottom === undefined) continue;
      const said = boundedText(library, text, [left, top, right, bottom]);
      const place = (x: number, y: number) => {
        library.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, at(4), at(4) + 4);
        return [memory.view().getInt32(32, true) / GRID, memory.view().getInt32(36, true) / GRID] as const;
      };
      if (said !== '')
        found.push({ text: said, box: boxOf(place(left, top), place(right, bottom)), confidence: 100 });
    }
    return found;
  } finally {
    memory.free();
    library.FPDFText_ClosePage(text);
  }
}

function boundedText(
  library: Pdfium,
  text: number,
  sides: readonly [number, number, number, number],
): string {
  const length = library.FPDFText_GetBoundedText(text, ...sides, 0, 0);
  if (length <= 0) return '';
  const memory = allocate(library, 2 * (length + 1));
  try {
    const written = library.FPDFText_GetBoundedText(text, ...sides, memory.at, length);
    const said = new TextDecoder('utf-16le').decode(
      copied(library, memory.at, 2 * Math.min(written, length)),
    );
    return said
      .replace(/[\0\r\n\uFFFE]/g, ' ')
      .trim()
      .normalize('NFC');
  } finally {
    memory.free();
  }
}

type Point = readonly [x: number, y: number];

const within = (value: number) => Math.min(1, Math.max(0, value));

function boxOf([x1, y1]: Point, [x2, y2]: Point): Box {
  const [left, top] = [within(Math.min(x1, x2)), within(Math.min(y1, y2))];
  return { left, top, width: within(Math.max(x1, x2)) - left, height: within(Math.max(y1, y2)) - top };
}

/** A piece goes on with the line before it, where that may be joined, or begins one. */
function addTo(lines: PageLine[], piece: PageLine, joins: (line: PageLine) => boolean): void {
  const last = lines.at(-1);
  const { text, box } = piece;
  const middle = box.top + box.height / 2;
  const goesOn =
    last && middle > last.box.top && middle < last.box.top + last.box.height && box.left >= last.box.left;
  if (last && goesOn && joins(last)) {
    const right = Math.max(last.box.left + last.box.width, box.left + box.width);
    const joined = { ...last.box, width: within(right - last.box.left) };
    lines[lines.length - 1] = { ...last, text: `${last.text} ${text}`, box: joined };
  } else lines.push(piece);
}
