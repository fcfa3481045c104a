import { dateOf, dateOfDayNumber, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { guarded } from './guarded.ts';
import type { Cell, CellKind, Column, Table } from './table.ts';

/** Byte order mark: without it spreadsheets assume the machine's old code page and garble the diacritics. */
const BOM = '\uFEFF';

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * How days are written: as spreadsheets of every language read them, or as Vietnamese papers have them
 * (dd/MM/yyyy).
 */
export type DayForm = 'iso' | 'vietnamese';

/**
 * The table as CSV: UTF-8 with byte order mark, CRLF line ends, quoted as in RFC 4180, headers in the first line. A
 * text that a spreadsheet would execute or convert gets a leading apostrophe, which spreadsheets know as the mark of
 * text.
 */
export async function* csvOf<Item>(
  { columns, pages }: Table<Item>,
  { days = 'iso' }: { days?: DayForm } = {},
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${BOM}${columns.map(({ header }) => quoted(guarded(header))).join(',')}\r\n`);
  for await (const items of pages) {
    if (items.length > 0) yield encoder.encode(items.map(item => lineOf(columns, item, days)).join(''));
  }
}

function lineOf<Item>(columns: readonly Column<Item>[], item: Item, days: DayForm): string {
  return `${columns.map(({ cell, kind }) => textOf(cell(item), kind, days)).join(',')}\r\n`;
}

function textOf(cell: Cell, kind: CellKind, days: DayForm): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(guarded(cell.toWellFormed()));
  if (kind === 'moment') return momentText(cell);
  return kind === 'day' ? dayText(dateOfDayNumber(cell), days) : String(cell);
}

function dayText(date: string, form: DayForm): string {
  return form === 'iso' ? date : date.split('-').toReversed().join('/');
}

/** `2026-11-21 19:40:00`, Vietnamese time: what spreadsheets of every language read as a date. */
function momentText(at: Instant): string {
  return `${dateOf(at)} ${toRfc3339(at).slice(11, 19)}`;
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
