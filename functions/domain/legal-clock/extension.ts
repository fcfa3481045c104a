import type { CalendarDate } from '../../../schemas/calendar.ts';
import type { ClockRules } from '../../../schemas/deadline.ts';
import { dateOf, dateOfDayNumber, dayNumberOf, type Instant, parseDate } from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';
import { lastDayForApology } from './alarms.ts';
import { DeadlineError } from './deadline-error.ts';
import { dueMoment } from './due-moment.ts';
import type { WorkingTime } from './working-time.ts';

/** A request to move a promised date (hẹn lại ngày trả), sent with a letter of apology. */
export type ExtensionRequest = {
  /** When it is requested. */
  readonly at: Instant;
  /** The currently promised date. */
  readonly dueAt: Instant;
  readonly newDueOn: CalendarDate;
  readonly reason: string;
  /** How often the date of this dossier has been moved before. */
  readonly extensionsBefore: number;
};

/**
 * The new due moment. By law a date may be moved once, at the latest one day before it, with a reason and a new date.
 * Throws `DeadlineError`: `extensionUsedUp`; `extensionTooLate` (the dossier is, or will be, overdue);
 * `extensionWithoutReason`; `extensionDateNotAllowed` if the new date is not later or is a day off.
 */
export function extendDue(
  request: ExtensionRequest,
  clock: { rules: ClockRules; time: WorkingTime },
): Instant {
  const { at, dueAt, newDueOn, extensionsBefore } = request;
  const { rules, time } = clock;
  const dueOn = dateOf(dueAt);
  if (extensionsBefore >= rules.extension.times) {
    const detail = {
      vi: `Ngày hẹn trả đã được hẹn lại ${extensionsBefore} lần; quy định cho phép ${rules.extension.times} lần.`,
      en: `The date has already been moved ${times(extensionsBefore)}; the rules allow it ${times(rules.extension.times)}.`,
    };
    throw new DeadlineError('extensionUsedUp', detail, {
      times: rules.extension.times,
      rulesVersion: rules.version,
    });
  }
  const lastDay = lastDayForApology(dueAt, rules, time);
  if (dayNumberOf(at) > lastDay) {
    const until = dateOfDayNumber(lastDay);
    const askedOn = dateOf(at);
    const days = rules.extension.latestDaysBefore;
    const detail = {
      vi: `Chỉ được hẹn lại chậm nhất ngày ${dayText(until)}, ${days} ngày trước ngày hẹn trả ${dayText(dueOn)}; đề nghị vào ngày ${dayText(askedOn)} là quá muộn.`,
      en: `The date can be moved until ${until}, ${days} day${days === 1 ? '' : 's'} before ${dueOn}; the request came on ${askedOn}.`,
    };
    throw new DeadlineError('extensionTooLate', detail, {
      dueOn,
      until,
      askedOn,
      rulesVersion: rules.version,
    });
  }
  if (request.reason.trim() === '') {
    throw new DeadlineError(
      'extensionWithoutReason',
      {
        vi: 'Hẹn lại ngày trả kết quả phải nêu lý do để thông báo cho tổ chức, cá nhân.',
        en: 'Moving the date needs a reason that the applicant can be told.',
      },
      { dueOn },
    );
  }
  const day = parseDate(newDueOn);
  if (day <= dayNumberOf(dueAt)) {
    const detail = {
      vi: `Ngày hẹn mới ${dayText(newDueOn)} không sau ngày đã hẹn ${dayText(dueOn)}.`,
      en: `The new date ${newDueOn} is not after the promised one, ${dueOn}.`,
    };
    throw new DeadlineError('extensionDateNotAllowed', detail, { newDueOn, dueOn });
  }
  if (rules.lastDayOff === 'roll' && !time.isWorking(day)) {
    const detail = {
      vi: `Ngày hẹn mới ${dayText(newDueOn)} là ngày nghỉ.`,
      en: `The new date ${newDueOn} is a day off.`,
    };
    throw new DeadlineError('extensionDateNotAllowed', detail, { newDueOn, dueOn });
  }
  return dueMoment({ day, start: dueAt, rules, time });
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
