import { toDong } from '../../../../../schemas/money/dong.ts';
import { isDong } from '../account-text.ts';
import { writtenAmount } from '../amount-text.ts';
import { writtenDay } from '../day-text.ts';
import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import type { StatementLine } from '../statement.ts';
import type { Header } from './header.ts';
import { type CsvColumn, directionNamed } from './names.ts';
import type { Cell, Row } from './rows.ts';
import { type Told, takeAccount } from './told.ts';

/** The entry of a row; undefined once something of it cannot be read. */
export function entryOf(
  row: Row,
  { columns }: Header,
  told: Told,
  faults: FaultList,
): StatementLine | undefined {
  const cell = (column: CsvColumn): Cell | undefined => row.cells[columns.get(column) ?? -1];
  const last = row.cells.at(-1) ?? { line: row.line, column: 1 };
  if (Math.max(...columns.values()) >= row.cells.length) {
    faults.add(last, faultWords.fewCells);
    return undefined;
  }
  const account = cell('account');
  if (account) takeAccount(account.text, account, told, faults);
  const currency = cell('currency');
  if (currency && !isDong(currency.text)) faults.add(currency, faultWords.wrongCurrency(currency.text));
  const booked = cell('bookedOn');
  const bookedOn = writtenDay(booked?.text ?? '');
  if (bookedOn === undefined) faults.add(booked ?? last, faultWords.notDay(booked?.text ?? ''));
  const moved = movedOf(cell, row, faults);
  if (bookedOn === undefined || !moved) return undefined;
  const [reference = '', purpose = ''] = [cell('reference')?.text.trim(), cell('purpose')?.text];
  return { bookedOn, ...moved, reference, purpose, line: row.line };
}

type Moved = Pick<StatementLine, 'amount' | 'direction'>;

/** How much an entry moves, and which way: from a column for each direction, or an amount beside its direction. */
function movedOf(
  cell: (column: CsvColumn) => Cell | undefined,
  { line }: Row,
  faults: FaultList,
): Moved | undefined {
  const [credit, debit, amount, told] = [cell('credit'), cell('debit'), cell('amount'), cell('direction')];
  if (credit || debit) {
    const [credited, debited] = [amountIn(credit, faults), amountIn(debit, faults)];
    if (credited === undefined || debited === undefined) return undefined;
    if (credited > 0 && debited > 0) {
      faults.add(debit ?? { line, column: 1 }, faultWords.twoDirections);
      return undefined;
    }
    return debited > 0 ? { amount: debited, direction: 'debit' } : { amount: credited, direction: 'credit' };
  }
  const moved = amountIn(amount, faults);
  const direction = told ? directionNamed(told.text) : 'credit';
  if (direction === undefined && told) faults.add(told, faultWords.badDirection(told.text));
  return moved === undefined || direction === undefined ? undefined : { amount: moved, direction };
}

/** An empty cell, or a dash in it, is no money. */
function amountIn(cell: Cell | undefined, faults: FaultList): StatementLine['amount'] | undefined {
  if (!cell || /^\s*-?\s*$/.test(cell.text)) return toDong(0);
  const read = writtenAmount(cell.text);
  if ('amount' in read) return read.amount;
  faults.add(cell, read.fault);
  return undefined;
}
