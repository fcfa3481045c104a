import type { ProblemCode } from '../../../schemas/api/problem-codes.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';

/** What can be wrong with a question to the legal clock. Stable: the API returns it as the fact `rule`. */
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
  | 'explanationTooLong'
  | 'extensionTooLate'
  | 'extensionUsedUp'
  | 'extensionWithoutReason'
  | 'extensionDateNotAllowed';

/** What an error was about, for programs and logs. */
export type DeadlineErrorData = Readonly<Record<string, string | number>>;

/** Rules with a problem code of their own; all others are questions that cannot be answered. */
const problems: Partial<Record<DeadlineErrorCode, ProblemCode>> = {
  extensionUsedUp: 'extension-once',
  extensionTooLate: 'extension-too-late',
  extensionDateNotAllowed: 'extension-not-later',
};

/** A rule of the legal clock refuses. `rule` is stable, `data` holds the values mentioned in the message. */
export class DeadlineError extends ProblemError {
  override readonly name = 'DeadlineError';
  readonly rule: DeadlineErrorCode;
  readonly data: DeadlineErrorData;

  constructor(rule: DeadlineErrorCode, detail: Words, data: DeadlineErrorData = {}) {
    super(problems[rule] ?? 'deadline-invalid', detail, { facts: { rule } });
    this.rule = rule;
    this.data = data;
  }
}
