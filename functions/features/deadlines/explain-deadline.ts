import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../../../law/calendars/national.ts';
import type { deadlineOperations } from '../../../schemas/api/operations/deadlines.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Calendar, OfficeHours } from '../../../schemas/calendar.ts';
import type { ExplainRequest } from '../../../schemas/deadline.ts';
import { DeadlineError, type DeadlineErrorCode } from '../../domain/legal-clock/deadline-error.ts';
import { explanationText } from '../../domain/legal-clock/explanation-text.ts';
import { explanationView } from '../../domain/legal-clock/explanation-view.ts';
import type { Interruption } from '../../domain/legal-clock/interruptions.ts';
import { type LegalClock, legalClock } from '../../domain/legal-clock/legal-clock.ts';
import { dayNumberOf, type Instant, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';

type Operation = (typeof deadlineOperations)['explainDeadline'];

/** Longest explanation in one answer, in lines: some thirty years of days. */
const MOST_ENTRIES = 11_000;

/**
 * When a limit ends and why, by the national calendar and standard hours unless others are given. Depends on nothing
 * but its body.
 */
export async function explainDeadline(call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, language } = call;
  const clock = legalClock({
    calendar: calendarOf(body.calendar),
    officeHours: officeHoursOf(body.officeHours),
    rules: body.rules ?? vietnameseRules,
  });
  const start = parseInstant(body.receivedAt);
  demandInCalendar(clock, start);
  const interruptions = (body.interruptions ?? []).map(interruptionOf);
  const answer = clock.explain({ start, limit: body.limit, interruptions }, MOST_ENTRIES);
  return {
    body: {
      status: answer.status,
      ...(answer.status === 'due' && { dueAt: toRfc3339(answer.dueAt), dueOn: answer.dueOn }),
      calendarVersion: answer.calendarVersion,
      rulesVersion: answer.rulesVersion,
      provisional: answer.provisional,
      entries: explanationView(answer.entries, language),
      text: explanationText(answer, language),
    },
  };
}

/** A receipt in a year that calendar or office hours do not have is a slip of the pen: a wrong field, not a limit without an end. */
function demandInCalendar(clock: LegalClock, start: Instant): void {
  try {
    clock.time.dayStatus(dayNumberOf(start));
  } catch (error) {
    if (!(error instanceof DeadlineError && YEARS.includes(error.rule))) throw error;
    const faults = [{ pointer: '/receivedAt', message: error.detail }];
    throw new ProblemError('year-not-in-calendar', error.detail, {
      faults,
      facts: error.facts,
      cause: error,
    });
  }
}

const YEARS: readonly DeadlineErrorCode[] = ['yearWithoutCalendar', 'yearWithoutOfficeHours'];

function calendarOf(given: ExplainRequest['calendar']): Calendar {
  if (given === undefined || given === nationalCalendar.id) return nationalCalendar;
  if (typeof given !== 'string') return given;
  throw new ProblemError(
    'request-invalid',
    { vi: `Không có lịch ${given}.`, en: `There is no calendar ${given}.` },
    {
      faults: [
        {
          pointer: '/calendar',
          message: {
            vi: `bỏ trường này, ghi ${nationalCalendar.id} hoặc gửi cả lịch`,
            en: `leave it out, name ${nationalCalendar.id}, or send the whole calendar`,
          },
        },
      ],
    },
  );
}

function officeHoursOf(given: ExplainRequest['officeHours']): OfficeHours {
  if (given === undefined || given === standardOfficeHours.id) return standardOfficeHours;
  if (Array.isArray(given)) {
    return {
      id: 'given',
      version: '1',
      periods: [{ from: '1900-01-01', seasons: [{ from: '01-01', sessions: given }] }],
    };
  }
  if (typeof given !== 'string') return given;
  throw new ProblemError(
    'request-invalid',
    { vi: `Không có giờ làm việc ${given}.`, en: `There are no office hours ${given}.` },
    {
      faults: [
        {
          pointer: '/officeHours',
          message: {
            vi: `bỏ trường này, ghi ${standardOfficeHours.id} hoặc gửi các buổi làm việc`,
            en: `leave them out, name ${standardOfficeHours.id}, or send the sessions`,
          },
        },
      ],
    },
  );
}

function interruptionOf(given: NonNullable<ExplainRequest['interruptions']>[number]): Interruption {
  return {
    from: parseInstant(given.from),
    ...(given.to !== undefined && { to: parseInstant(given.to) }),
    resume: given.resume,
    ...(given.reason !== undefined && { reason: given.reason }),
    ...(given.by !== undefined && { by: given.by }),
  };
}
