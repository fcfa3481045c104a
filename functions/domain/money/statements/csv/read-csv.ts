import { type FaultList, faultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import { joinPages } from '../join-pages.ts';
import { MOST_ENTRIES } from '../limits.ts';
import type { ReadStatement, StatementLine } from '../statement.ts';
import { entryOf } from './entry.ts';
import { findHeader, type Header } from './header.ts';
import { type CsvColumn, nameOf } from './names.ts';
import { type Row, rowsOf } from './rows.ts';
import { labelsOf, type Told, takeTold } from './told.ts';

const NEEDED: readonly CsvColumn[] = ['bookedOn', 'reference', 'purpose'];

/** Reads a statement in CSV: a header of known names (`schemas/outside/statement-csv.json`), one entry a row. */
export function readCsv(text: string): ReadStatement {
  const faults = faultList();
  const header = findHeader(text);
  const start = { line: 1, column: 1 };
  if (!header)
    faults.add(start, faultWords.missingColumns([...NEEDED, 'credit' as const].map(nameOf).join(', ')));
  else if (checkHeader(header, faults)) {
    const { told, lines } = readRows(text, header, faults);
    const { account = '', from, to, opening, closing } = told;
    if (account === '') faults.add(start, faultWords.noAccount);
    const page = { at: { line: header.row.line, column: 1 }, account, from, to, opening, closing, lines };
    const statement = joinPages([page], faults);
    if (statement) return { statement };
  }
  return { faults: faults.found() };
}

function checkHeader({ columns, repeated, row }: Header, faults: FaultList): boolean {
  const missing = NEEDED.filter(column => !columns.has(column));
  const amounts = (['credit', 'debit', 'amount'] as const).some(column => columns.has(column));
  const names = [...missing, ...(amounts ? [] : ['credit' as const])].map(nameOf);
  if (names.length > 0)
    faults.add({ line: row.line, column: 1 }, faultWords.missingColumns(names.join(', ')));
  for (const cell of repeated) faults.add(cell, faultWords.columnTwice(cell.text.trim()));
  return names.length === 0 && repeated.length === 0;
}

function readRows(text: string, header: Header, faults: FaultList): { told: Told; lines: StatementLine[] } {
  const told: Told = {};
  const lines: StatementLine[] = [];
  for (const row of rowsOf(text, header.separator)) {
    if (faults.full()) break;
    if (row.fault) faults.add(row.fault, row.fault.message);
    if (row.fault || isBlank(row) || row.line === header.row.line) continue;
    if (row.line < header.row.line || isTold(row)) {
      takeTold(row, told, faults);
      continue;
    }
    if (lines.length === MOST_ENTRIES) {
      faults.add({ line: row.line, column: 1 }, faultWords.tooManyEntries);
      break;
    }
    const entry = entryOf(row, header, told, faults);
    if (entry) lines.push(entry);
  }
  return { told, lines };
}

const isBlank = ({ cells }: Row) => cells.every(({ text }) => text.trim() === '');

/** A row below the entries: its first filled cell is a label, where an entry has its day or a number. */
function isTold(row: Row): boolean {
  const [first] = row.cells.filter(({ text }) => text.trim() !== '');
  return first !== undefined && labelsOf({ ...row, cells: [first] }).length > 0;
}
