import type { CalendarDate } from '../../../../schemas/calendar.ts';
import { otherClosing, sameBalance } from './balances.ts';
import { checkLines } from './check-lines.ts';
import type { FaultList } from './fault-list.ts';
import { faultWords } from './fault-words.ts';
import type { Balance, Place, Statement, StatementLine } from './statement.ts';

/** A part of a file with balances of its own: a message of MT940, a statement of camt.053, a whole CSV. */
export interface Page {
  readonly at: Place;
  readonly account: string;
  /** Undefined where the file does not tell: then the days of the entries count. */
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
  readonly opening: Balance | undefined;
  readonly closing: Balance | undefined;
  readonly lines: readonly StatementLine[];
}

/** One statement of the parts of a file, which must follow one another; undefined once there are faults. */
export function joinPages(pages: readonly Page[], faults: FaultList): Statement | undefined {
  const [first] = pages;
  if (!first) return undefined;
  for (const [index, page] of pages.entries()) checkPage(page, pages[index - 1], faults);
  const lines = pages.flatMap(page => page.lines);
  checkLines(lines, faults);
  const period = periodOf(pages, faults);
  if (!period || faults.found().length > 0) return undefined;
  return {
    account: first.account,
    currency: 'VND',
    ...period,
    opening: first.opening,
    closing: pages.at(-1)?.closing,
    credits: lines.filter(({ direction }) => direction === 'credit'),
    debits: lines.filter(({ direction }) => direction === 'debit'),
  };
}

function checkPage(page: Page, before: Page | undefined, faults: FaultList): void {
  const { at, account, opening, closing, lines } = page;
  if (before && before.account !== account) faults.add(at, faultWords.otherAccount(account));
  if (before?.closing && opening && !sameBalance(before.closing, opening))
    faults.add(at, faultWords.pagesDiffer);
  // Where an entry could not be read, the sum says nothing.
  if (!opening || !closing || faults.found().length > 0) return;
  const other = otherClosing(opening, lines, closing);
  if (other) faults.add(at, faultWords.sumsDiffer(other.told, other.counted));
}

function periodOf(pages: readonly Page[], faults: FaultList): Pick<Statement, 'from' | 'to'> | undefined {
  const [at = { line: 1, column: 1 }] = pages.map(page => page.at);
  const told = pages.flatMap(({ from, to }) => [from, to].filter(day => day !== undefined));
  const booked = pages.flatMap(({ lines }) => lines.map(({ bookedOn }) => bookedOn));
  const from = pages[0]?.from ?? [...booked, ...told].toSorted()[0];
  const to = pages.at(-1)?.to ?? [...booked, ...told].toSorted().at(-1);
  if (from === undefined || to === undefined) {
    if (faults.found().length === 0) faults.add(at, faultWords.noDays);
    return undefined;
  }
  if (from > to) faults.add(at, faultWords.turnedPeriod);
  else
    for (const { bookedOn, line } of pages.flatMap(({ lines }) => lines))
      if (bookedOn < from || bookedOn > to) faults.add({ line, column: 1 }, faultWords.outOfPeriod(bookedOn));
  return { from, to };
}
