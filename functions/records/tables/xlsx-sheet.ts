import { DAY, dayNumberOf, type Instant, startOfDayNumber } from '../../domain/vietnam-time.ts';
import type { Cell, CellKind, Column } from './table.ts';
import { styleOf } from './xlsx-parts.ts';
import { xmlText } from './xml-text.ts';

/** Day 0 of spreadsheets is 30 December 1899 (for all days from March 1900 on): days from there to 1970. */
const EPOCH = 25_569;

/** Name of the column at an index from 0: A … Z, AA … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The sheet up to its header row, which stays visible when scrolling. */
export function sheetStart<Item>(columns: readonly Column<Item>[]): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const headers = columns.map(({ header }, at) => textCell(`${columnName(at)}1`, header, styleOf.header));
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${headers.join('')}</row>`,
  ].join('');
}

/** One row; `number` counts from 1 and includes the header. */
export function sheetRow<Item>(columns: readonly Column<Item>[], item: Item, number: number): string {
  let cells = '';
  for (const [at, { cell, kind }] of columns.entries())
    cells += cellOf(`${columnName(at)}${number}`, cell(item), kind);
  return `<row r="${number}">${cells}</row>`;
}

/** The end of the sheet, with a filter over its `rows` rows below the header. */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows + 1}"/></worksheet>`;
}

function cellOf(at: string, cell: Cell, kind: CellKind): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(at, cell, styleOf[kind]);
  const number = kind === 'moment' ? serialOf(cell) : kind === 'day' ? cell + EPOCH : cell;
  return `<c r="${at}" s="${styleOf[kind]}"><v>${number}</v></c>`;
}

function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A moment as spreadsheets count it: days and fractions of a day, in Vietnamese time. */
function serialOf(at: Instant): number {
  const day = dayNumberOf(at);
  return day + EPOCH + (at - startOfDayNumber(day)) / DAY;
}
