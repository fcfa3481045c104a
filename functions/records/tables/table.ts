import type { Words } from '../../../schemas/words.ts';

/**
 * How the cells of a column are to be read. text: a string; number: a number; moment: an instant, shown in Vietnamese
 * time; day: a day number in Vietnam, without a time.
 */
export type CellKind = 'text' | 'number' | 'moment' | 'day';

/** The value of a cell; null is an empty one. */
export type Cell = string | number | null;

/** A column of a table that is written as a file. */
export interface Column<Item> {
  readonly header: string;
  readonly kind: CellKind;
  /** Width in a spreadsheet, in characters. */
  readonly width: number;
  readonly cell: (item: Item) => Cell;
}

/** A table as its rows come: page after page, so that no more than one page is held. */
export interface Table<Item> {
  /** Name of the sheet: at most 31 characters, none of \ / ? * [ ] : */
  readonly name: string;
  readonly columns: readonly Column<Item>[];
  readonly pages: AsyncIterable<readonly Item[]>;
}

/** A table that does not fit the chosen format, with a sentence for the requester. */
export class TableTooLargeError extends Error {
  override readonly name = 'TableTooLargeError';
  readonly detail: Words;

  constructor(detail: Words) {
    super(detail.en);
    this.detail = detail;
  }
}
