import type { Calendar, CalendarDate, Limit, OfficeHours } from '../../../schemas/calendar.ts';
import type { ClockRules } from '../../../schemas/deadline.ts';
import { dateOf, dayNumberOf, type Instant } from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';
import { assertInstant, assertLimit } from './check-question.ts';
import { DeadlineError } from './deadline-error.ts';
import { explainRun } from './explanation.ts';
import type { ExplanationEntry } from './explanation-entry.ts';
import { assertTold, explanationLength } from './explanation-length.ts';
import { type Interruption, type Run, runsOf } from './interruptions.ts';
import { runDays } from './run-days.ts';
import type { RecordStretch, RunEnd } from './run-end.ts';
import { runHours } from './run-hours.ts';
import { type WorkingTime, workingTime } from './working-time.ts';

/** The question to the clock: when does a limit that starts at `start` end? */
export type DueQuestion = {
  /** When the clock starts: acceptance of the complete dossier, or its receipt by the competent agency. */
  readonly start: Instant;
  readonly limit: Limit;
  /** In order; the last may still be open. */
  readonly interruptions?: readonly Interruption[] | undefined;
};

/** A restart that began when the limit had already run out: the dossier was overdue from `dueAt` to `restartedFrom`. */
export type Lapse = { readonly dueAt: Instant; readonly restartedFrom: Instant };

type Versions = {
  readonly calendarVersion: string;
  readonly officeHoursVersion: string;
  readonly rulesVersion: string;
};

/**
 * The limit ends at `dueAt`, on `dueOn` in Vietnam. `provisional`: a year without an official calendar was involved.
 */
export type Due = Versions & {
  readonly status: 'due';
  readonly dueAt: Instant;
  readonly dueOn: CalendarDate;
  readonly provisional: boolean;
  readonly lapses: readonly Lapse[];
};

/** The clock is paused, so there is no due date yet. `left`: the rest of the limit (of months, in calendar days). */
export type Paused = Versions & {
  readonly status: 'paused';
  readonly pausedSince: Instant;
  readonly left: { readonly amount: number; readonly unit: Exclude<Limit['unit'], 'month'> };
  readonly provisional: boolean;
  readonly lapses: readonly Lapse[];
};

export type Explained = { readonly entries: readonly ExplanationEntry[] };

type Telling = {
  readonly entries: ExplanationEntry[];
  readonly length: ReturnType<typeof explanationLength>;
};

/** The legal clock of one unit under one set of rules. Make one per calendar version and keep it: its years are prepared once. */
export type LegalClock = {
  readonly time: WorkingTime;
  readonly rules: ClockRules;
  /** The due date without explanation: fast, for alarms and lists. */
  dueOf(question: DueQuestion): Due | Paused;
  /** The due date with every day or stretch that was counted or not, and why; `explanationTooLong` where that is more than `most` lines. */
  explain(question: DueQuestion, most?: number): (Due | Paused) & Explained;
};

/**
 * Creates a legal clock from its data. Its answers depend on nothing else: no machine clock, no time zone. Questions
 * throw `DeadlineError`: `badInstant`, `badLimit`, `badInterruption`, `yearWithoutCalendar`,
 * `yearWithoutOfficeHours`, `calendarWithoutWorkingDay`; invalid office hours throw here.
 */
export function legalClock(parts: {
  calendar: Calendar;
  officeHours: OfficeHours;
  rules: ClockRules;
}): LegalClock {
  const { rules } = parts;
  const time = workingTime(parts);
  const { calendarVersion, officeHoursVersion } = time;
  const rulesVersion = rules.version;

  function runEnd(run: Run, limit: Limit, record?: RecordStretch): RunEnd {
    return limit.unit === 'workingHour'
      ? runHours({ run, hours: limit.amount, time, record })
      : runDays({ run, limit, rules, time, record });
  }

  function answer(question: DueQuestion, told?: Telling): Due | Paused {
    const { start, limit, interruptions = [] } = question;
    assertInstant(start, { vi: 'Thời điểm bắt đầu tính', en: 'The start of the clock' });
    assertLimit(limit);
    const lapses: Lapse[] = [];
    for (const run of runsOf(start, interruptions)) {
      const last = run.endedBy === undefined;
      const end = runEnd(run, limit, told && (() => told.length.steps(1)));
      const lapsed = 'dueAt' in end && run.endedBy && end.dueAt <= run.endedBy.from ? run.endedBy : undefined;
      const final = last || (lapsed !== undefined && rules.restartAfterLapse === 'ignored');
      if (told) {
        const first = run.start === start;
        const { lines } = told.length;
        const entries = explainRun({ run, end, limit, rules, time, final, first, runEnd, lines });
        for (const entry of entries) told.entries.push(entry);
      }
      if (final) return finished(end, limit, lapses);
      if ('dueAt' in end && lapsed) lapses.push({ dueAt: end.dueAt, restartedFrom: lapsed.from });
      if (run.endedBy?.to === Number.POSITIVE_INFINITY) {
        return finished({ standing: run.endedBy, left: limit.amount, unfinished: [] }, limit, lapses);
      }
    }
    throw new RangeError('A clock without a last run.');
  }

  function finished(end: RunEnd, limit: Limit, lapses: readonly Lapse[]): Due | Paused {
    if ('standing' in end) {
      const unit = limit.unit === 'month' ? 'calendarDay' : limit.unit;
      const pausedSince = end.standing.from;
      return {
        status: 'paused',
        pausedSince,
        left: { amount: end.left, unit },
        provisional: false,
        lapses,
        calendarVersion,
        officeHoursVersion,
        rulesVersion,
      };
    }
    const dueDay = dayNumberOf(end.dueAt);
    const provisional = time.anyProvisional(end.firstAsked, dueDay);
    return {
      status: 'due',
      dueAt: end.dueAt,
      dueOn: time.dateOf(dueDay),
      provisional,
      lapses,
      calendarVersion,
      officeHoursVersion,
      rulesVersion,
    };
  }

  return {
    time,
    rules,
    dueOf: question => answer(question),
    explain(question, most = Number.POSITIVE_INFINITY) {
      assertTold(question.limit, most);
      const entries: ExplanationEntry[] = [];
      return { ...answer(question, { entries, length: explanationLength(most) }), entries };
    },
  };
}

/** The same question to a clock created for it: for a single answer. For many, keep a `legalClock`. */
export function computeDue(
  question: DueQuestion & { calendar: Calendar; officeHours: OfficeHours; rules: ClockRules },
): (Due | Paused) & Explained {
  return legalClock(question).explain(question);
}

/** The answer as a due date; throws `DeadlineError` `clockPaused` if the clock is paused. */
export function mustBeDue<T extends Due | Paused>(answer: T): Extract<T, { status: 'due' }>;
export function mustBeDue(answer: Due | Paused): Due {
  if (answer.status === 'due') return answer;
  const since = dateOf(answer.pausedSince);
  const detail = {
    vi: `Thời hạn tạm dừng từ ngày ${dayText(since)}: chưa có ngày hẹn trả.`,
    en: `The clock has been paused since ${since}: there is no due date yet.`,
  };
  throw new DeadlineError('clockPaused', detail, { since });
}
