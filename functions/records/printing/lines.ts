import { MAIN_FONT, type Piece, piecesOf, type Run, type Word, wordOf } from './words.ts';

/** A run with its place on the line, from the line's start. */
export interface PlacedRun extends Run {
  readonly x: number;
}

export interface Line {
  readonly runs: readonly PlacedRun[];
  readonly width: number;
}

/** What lines are laid out in: all lengths in points. */
export interface Measures {
  readonly width: number;
  /** Indent of the first line of a paragraph. */
  readonly indent?: number;
  /** Distance between tab stops. */
  readonly tabStop: number;
  readonly justified?: boolean;
  readonly widthOf: (run: Run) => number;
}

/** Spaces are drawn in the main font, so that PDF readers find them, too. */
const SPACE: Run = { font: MAIN_FONT, text: ' ' };

/** Spaces wider than this many times their width would look torn: such a line stays ragged. */
const WIDEST_SPACE = 4;

interface Placed {
  readonly run: Run;
  readonly x: number;
  /** Spaces before it on the line that may be stretched. */
  readonly spacesBefore: number;
}

/** Breaks one paragraph, without line ends, into lines. An empty one is one empty line. */
export function layOutLines(paragraph: string, measures: Measures): Line[] {
  return new LineBreaker(measures).linesOf(piecesOf(paragraph));
}

class LineBreaker {
  readonly #measures: Measures;
  readonly #lines: Line[] = [];
  readonly #spaceWidth: number;
  #placed: Placed[] = [];
  #x: number;
  #inkEnd = 0;
  #spaces = 0;
  #spacesAtInk = 0;

  constructor(measures: Measures) {
    this.#measures = measures;
    this.#spaceWidth = measures.widthOf(SPACE);
    this.#x = measures.indent ?? 0;
  }

  linesOf(pieces: readonly Piece[]): Line[] {
    for (const [index, piece] of pieces.entries()) {
      if (piece.kind === 'tab') this.#tab(index === 0);
      else if (piece.kind === 'space') this.#space();
      else this.#word(piece);
    }
    this.#end(false);
    return this.#lines;
  }

  #tab(first: boolean): void {
    const { tabStop, width } = this.#measures;
    // A paragraph that begins with a tab needs no indent.
    const from = first ? 0 : this.#x + this.#spaceWidth;
    const stop = (Math.floor(from / tabStop + 1e-6) + 1) * tabStop;
    // A blank accompanies the tab, otherwise PDF readers would join the words around it.
    this.#placed.push({ run: SPACE, x: this.#x, spacesBefore: 0 });
    if (stop > width) this.#end(false);
    else this.#x = stop;
    // What precedes a tab keeps its place when the line is justified.
    this.#placed = this.#placed.map(placed => ({ ...placed, spacesBefore: 0 }));
    this.#spaces = 0;
    this.#spacesAtInk = 0;
  }

  /** Blanks at the end of a full line extend past its end, where they are invisible. */
  #space(): void {
    this.#placed.push({ run: SPACE, x: this.#x, spacesBefore: this.#spaces });
    this.#x += this.#spaceWidth;
    this.#spaces += 1;
  }

  /** A word wider than a line is broken wherever the line ends; any other moves to the next line as a whole. */
  #word({ parts, runs }: Word): void {
    const full = this.#measures.width;
    const width = runs.reduce((sum, run) => sum + this.#measures.widthOf(run), 0);
    if (width > full && parts.length > 1) {
      for (const part of parts) this.#word(wordOf([part]));
      return;
    }
    if (this.#x + width > full && this.#x > 0) this.#end(true);
    for (const run of runs) {
      this.#placed.push({ run, x: this.#x, spacesBefore: this.#spaces });
      this.#x += this.#measures.widthOf(run);
    }
    this.#inkEnd = this.#x;
    this.#spacesAtInk = this.#spaces;
  }

  #end(full: boolean): void {
    const { width, justified } = this.#measures;
    const room = width - this.#inkEnd;
    const stretch = full && justified && this.#spacesAtInk > 0 ? room / this.#spacesAtInk : 0;
    const each = stretch <= this.#spaceWidth * (WIDEST_SPACE - 1) ? stretch : 0;
    this.#lines.push({
      runs: this.#placed.map(({ run, x, spacesBefore }) => ({
        ...run,
        x: x + Math.min(spacesBefore, this.#spacesAtInk) * each,
      })),
      width: this.#inkEnd + this.#spacesAtInk * each,
    });
    this.#placed = [];
    this.#x = 0;
    this.#inkEnd = 0;
    this.#spaces = 0;
    this.#spacesAtInk = 0;
  }
}
