import type { CalendarDate } from '../../../schemas/calendar.ts';
import type { ClockRules } from '../../../schemas/deadline.ts';
import { dateOf, dateOfDayNumber, dayNumberOf, type Instant, parseDate } from '../vietnam-time.ts';
import { lastDayForApology } from './alarms.ts';
import { DeadlineError } from './deadline-error.ts';
import { dueMoment } from './due-moment.ts';
import type { WorkingTime } from './working-time.ts';

/** A request to move a promised date (hẹn lại ngày trả), sent with a letter of apology. */
export type ExtensionRequest = {
  /** When it is asked for. */
  readonly at: Instant;
  /** The date promised until now. */
  readonly dueAt: Instant;
  readonly newDueOn: CalendarDate;
  readonly reason: string;
  /** How often the date of this dossier has been moved before. */
  readonly extensionsBefore: number;
};

/**
 * The new due moment. By law a date may be moved once, at the latest one day before it, with a reason and a new date. Throws `DeadlineError`:
 * `extensionUsedUp`; `extensionTooLate` (the dossier is, or will be, overdue); `extensionWithoutReason`; `extensionDateNotAllowed` for a new date that is
 * not later or is a day off.
 */
export function extendDue(
  request: ExtensionRequest,
  clock: { rules: ClockRules; time: WorkingTime },
): Instant {
  const { at, dueAt, newDueOn, extensionsBefore } = request;
  const { rules, time } = clock;
  const dueOn = dateOf(dueAt);
  if (extensionsBefore >= rules.extension.times) {
    const message = `The date has been moved ${extensionsBefore} time(s) already; the rules allow ${rules.extension.times}.`;
    throw new DeadlineError('extensionUsedUp', message, {
      times: rules.extension.times,
      rulesVersion: rules.version,
    });
  }
  const lastDay = lastDayForApology(dueAt, rules, time);
  if (dayNumberOf(at) > lastDay) {
    const message = `A date may be moved until ${dateOfDayNumber(lastDay)}, ${rules.extension.latestDaysBefore} day(s) before ${dueOn}; it was asked for on ${dateOf(at)}.`;
    const data = { dueOn, until: dateOfDayNumber(lastDay), askedOn: dateOf(at), rulesVersion: rules.version };
    throw new DeadlineError('extensionTooLate', message, data);
  }
  if (request.reason.trim() === '') {
    throw new DeadlineError(
      'extensionWithoutReason',
      'A date is moved with a reason that the citizen is told.',
      { dueOn },
    );
  }
  const day = parseDate(newDueOn);
  if (day <= dayNumberOf(dueAt)) {
    const message = `The new date ${newDueOn} is not after the promised one, ${dueOn}.`;
    throw new DeadlineError('extensionDateNotAllowed', message, { newDueOn, dueOn });
  }
  if (rules.lastDayOff === 'roll' && !time.isWorking(day)) {
    throw new DeadlineError('extensionDateNotAllowed', `The new date ${newDueOn} is a day off.`, {
      newDueOn,
      dueOn,
    });
  }
  return dueMoment({ day, start: dueAt, rules, time });
}
