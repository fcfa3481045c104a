import type { workCalendarOperations } from '../../../schemas/api/operations/work-calendar.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { legalClockOf } from '../../domain/dossier/unit-clock.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LARGEST_RECORD, recordSize } from '../../kernel/table/item-size.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { CountOpen } from '../../records/lists/dossier-counts.ts';
import { planCalendar } from '../../records/proposed-changes/plan-calendar.ts';
import { propose } from '../../records/proposed-changes/propose.ts';
import type { ProposedChangeStore } from '../../records/proposed-changes/proposed-change-store.ts';
import type { WorkCalendarStore } from '../../records/work-calendar/work-calendar-store.ts';

type Operations = typeof workCalendarOperations;

export interface WorkCalendarDeps {
  readonly workCalendars: WorkCalendarStore;
  readonly proposedChanges: ProposedChangeStore;
  readonly countOpen: CountOpen;
}

/** The work calendar in force, or of a version. */
export async function getWorkCalendar(
  deps: Pick<WorkCalendarDeps, 'workCalendars'>,
  { query }: Call<Operations['getWorkCalendar']>,
): Promise<Reply<Operations['getWorkCalendar']>> {
  const found =
    query.version === undefined
      ? await deps.workCalendars.current()
      : await deps.workCalendars.version(query.version);
  if (!found)
    throw new ProblemError('not-found', {
      vi: 'Chưa công bố lịch làm việc này.',
      en: 'No such version of the work calendar has been published.',
    });
  return { body: found, version: found.version };
}

/**
 * Proposes the work calendar as the next version: a second administrator confirms it. The first one is in force at
 * once, for there is no dossier yet. Dates promised before stay as they are.
 */
export async function publishWorkCalendar(
  deps: WorkCalendarDeps,
  call: Call<Operations['publishWorkCalendar']>,
  attempt: Attempt,
): Promise<Reply<Operations['publishWorkCalendar']>> {
  const { body, now } = call;
  demandUsable(body, now);
  const current = await deps.workCalendars.current();
  if (current && digestOf(current.workCalendar) === digestOf(body))
    return { body: current, version: current.version };
  if (current) {
    const content = { kind: 'workCalendar', workCalendar: body } as const;
    return propose(deps, call, { content, plan: await planCalendar(deps, content) }, attempt);
  }
  const first = { version: 1, recordedAt: toRfc3339(now), workCalendar: body };
  const reply = { body: first, version: 1 };
  if ((await deps.workCalendars.add(first, attempt.keeps(reply))) === 'conflict') throw changedMeanwhile();
  return reply;
}

/** The draft of the next work calendar. */
export async function getDraft(
  deps: Pick<WorkCalendarDeps, 'workCalendars'>,
): Promise<Reply<Operations['getDraft']>> {
  const draft = await deps.workCalendars.draft();
  if (!draft)
    throw new ProblemError('not-found', {
      vi: 'Chưa có bản dự thảo lịch làm việc.',
      en: 'There is no draft of the work calendar.',
    });
  return { body: draft };
}

/** Saves a draft, replacing the previous one. */
export async function saveDraft(
  deps: Pick<WorkCalendarDeps, 'workCalendars'>,
  { body, now }: Call<Operations['saveDraft']>,
  attempt: Attempt,
): Promise<Reply<Operations['saveDraft']>> {
  demandUsable(body, now);
  const draft = { savedAt: toRfc3339(now), workCalendar: body };
  const reply = { body: draft };
  if (!(await deps.workCalendars.saveDraft(draft, attempt.keeps(reply)))) throw changedMeanwhile();
  return reply;
}

function changedMeanwhile(): ProblemError {
  return new ProblemError('version-conflict', {
    vi: 'Lịch làm việc vừa được người khác thay đổi; hãy đọc lại.',
    en: 'Someone else changed the work calendar in the meantime; read it again.',
  });
}

/**
 * Refuses office hours and calendars by which no date can be calculated, for the province and for each unit, before
 * anything is saved.
 */
function demandUsable(workCalendar: WorkCalendar, now: Instant): void {
  if (recordSize(workCalendar) > LARGEST_RECORD) {
    throw new ProblemError('request-invalid', {
      vi: `Lịch làm việc dài hơn ${LARGEST_RECORD} byte.`,
      en: `The work calendar has more than ${LARGEST_RECORD} bytes.`,
    });
  }
  for (const unit of ['', ...workCalendar.units.map(entry => entry.unit)]) {
    legalClockOf(workCalendar, unit).dueOf({ start: now, limit: { amount: 1, unit: 'workingHour' } });
  }
}
