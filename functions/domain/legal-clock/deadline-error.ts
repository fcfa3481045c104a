import type { Words } from '../../../schemas/words.ts';

/** What can be wrong with a question to the legal clock. Stable: the API answers with these codes. */
export type DeadlineErrorCode =
  | 'badInstant'
  | 'badLimit'
  | 'badInterruption'
  | 'badOfficeHours'
  | 'badCalendar'
  | 'yearWithoutCalendar'
  | 'yearWithoutOfficeHours'
  | 'calendarWithoutWorkingDay'
  | 'clockPaused'
  | 'extensionTooLate'
  | 'extensionUsedUp'
  | 'extensionWithoutReason'
  | 'extensionDateNotAllowed';

/** What an error was about, for programs and for logs. */
export type DeadlineErrorData = Readonly<Record<string, string | number>>;

/** A rule of the legal clock refuses. `code` is stable, `data` holds the values the message speaks of. */
export class DeadlineError extends Error {
  readonly code: DeadlineErrorCode;
  readonly detail: Words;
  readonly data: DeadlineErrorData;

  constructor(code: DeadlineErrorCode, detail: Words, data: DeadlineErrorData = {}) {
    super(detail.en);
    this.name = 'DeadlineError';
    this.code = code;
    this.detail = detail;
    this.data = data;
  }
}
