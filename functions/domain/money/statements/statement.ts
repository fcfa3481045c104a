import type { CalendarDate } from '../../../../schemas/calendar.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import type { Words } from '../../../../schemas/words.ts';

/** What an entry does to the account: a credit (ghi có) brings money, a debit (ghi nợ) takes some. */
export type EntryDirection = 'credit' | 'debit';

/** An entry that was booked on an account, as the bank or the treasury tells of it. */
export interface StatementLine {
  readonly bookedOn: CalendarDate;
  readonly amount: Dong;
  readonly direction: EntryDirection;
  /** The bank's own reference: no other entry of the file in the same direction has it. */
  readonly reference: string;
  /** The purpose (nội dung) as it is written; a line end where the file begins a new line of it. */
  readonly purpose: string;
  /** Where it stands in the file, from 1. */
  readonly line: number;
}

/** What an account holds; a debit balance is owed to the bank. */
export interface Balance {
  readonly amount: Dong;
  readonly direction: EntryDirection;
}

/** A statement of an account (sổ phụ, bảng kê giấy báo Có) for the days `from` to `to`. */
export interface Statement {
  readonly account: string;
  readonly currency: 'VND';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Undefined where the file does not tell. */
  readonly opening: Balance | undefined;
  readonly closing: Balance | undefined;
  readonly credits: readonly StatementLine[];
  readonly debits: readonly StatementLine[];
}

/** A place in a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file, and where. */
export interface StatementFault extends Place {
  readonly message: Words;
}

/** A statement, or why there is none: a file with a fault is refused whole. */
export type ReadStatement =
  | { readonly statement: Statement; readonly faults?: never }
  | { readonly statement?: never; readonly faults: readonly StatementFault[] };
