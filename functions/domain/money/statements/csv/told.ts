import { isDong, readAccount } from '../account-text.ts';
import { writtenAmount } from '../amount-text.ts';
import { writtenDay } from '../day-text.ts';
import type { FaultList } from '../fault-list.ts';
import { faultWords } from '../fault-words.ts';
import type { Balance, Place } from '../statement.ts';
import { type CsvLabel, labelNamed } from './names.ts';
import type { Cell, Row } from './rows.ts';

/** What is told above and below the entries. */
export interface Told {
  account?: string;
  from?: string;
  to?: string;
  opening?: Balance;
  closing?: Balance;
}

/** A label and its value: in the cell behind it, or behind a colon. */
interface Labelled {
  readonly label: CsvLabel;
  readonly value: Cell | undefined;
}

/** The labels of a row, each with its value. */
export function labelsOf({ cells }: Row): Labelled[] {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  return filled.flatMap((cell, index) => {
    const [, name = cell.text, rest = ''] = /^([^:]*):(.*)$/su.exec(cell.text) ?? [];
    const label = labelNamed(name);
    if (!label) return [];
    const value = rest.trim() === '' ? filled[index + 1] : { ...cell, text: rest };
    return [{ label, value }];
  });
}

/** Takes what the labels of a row tell. */
export function takeTold(row: Row, told: Told, faults: FaultList): void {
  for (const { label, value } of labelsOf(row)) if (value) takeValue(label, value, told, faults);
}

function takeValue(label: CsvLabel, value: Cell, told: Told, faults: FaultList): void {
  switch (label) {
    case 'account':
      takeAccount(value.text, value, told, faults);
      break;
    case 'currency':
      if (!isDong(value.text)) faults.add(value, faultWords.wrongCurrency(value.text));
      break;
    case 'opening':
    case 'closing': {
      const read = writtenAmount(value.text);
      if ('fault' in read) faults.add(value, read.fault);
      else told[label] = { amount: read.amount, direction: 'credit' };
      break;
    }
    case 'from':
    case 'to':
    case 'day': {
      const day = writtenDay(value.text);
      if (day === undefined) faults.add(value, faultWords.notDay(value.text));
      else if (label === 'day') Object.assign(told, { from: day, to: day });
      else told[label] = day;
      break;
    }
  }
}

/** The account of a label or of a row: all must be the same. */
export function takeAccount(text: string, at: Place, told: Told, faults: FaultList): void {
  const read = readAccount(text);
  if ('fault' in read) faults.add(at, read.fault);
  else if (told.account !== undefined && told.account !== read.account)
    faults.add(at, faultWords.otherAccount(read.account));
  else told.account = read.account;
}
