import type { replanningOperations } from '../../../schemas/api/operations/replanning.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { type Replanning, replan } from '../../domain/dossier/decisions/replan.ts';
import { unitClocks } from '../../domain/dossier/unit-clock.ts';
import { isBeside } from '../../domain/dossier/waiting.ts';
import { allTasksOf } from '../../domain/lists/task-filters.ts';
import { dayNumberOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { isBroken, isCrowded } from '../../records/commands/refusals.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { type ChangeDeps, changeDossier } from '../../records/dossiers/change-dossier.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { WorkList } from '../../records/lists/work-list.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { WorkCalendarStore } from '../../records/work-calendar/work-calendar-store.ts';

type Operation = (typeof replanningOperations)['replan'];
type Item = Reply<Operation>['body']['items'][number];

export interface ReplanningDeps extends ChangeDeps {
  readonly workList: WorkList;
  readonly workCalendars: Pick<WorkCalendarStore, 'current' | 'version' | 'draft'>;
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly keyring: () => Promise<Keyring>;
  /** Makes a waiting machine plan its next alarm again. */
  readonly nudge: (head: DossierHead) => Promise<void>;
}

/** The work calendar by which dates are recalculated, and the version dossiers are then pinned to; null for a draft. */
interface Target {
  readonly workCalendar: WorkCalendar | undefined;
  readonly version: number | null;
}

/**
 * Goes through a page of a unit’s open dossiers and recalculates their promised dates. Lists what would change; with
 * `apply` each dossier is changed by an event of its own and its machine replans its alarms. A dossier that others
 * change in the meantime is reported as a conflict.
 */
export async function replanUnit(deps: ReplanningDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, now } = call;
  const keyring = await deps.keyring();
  const organization = await deps.organization.current();
  if (!organization?.units.some(unit => unit.code === body.unit)) {
    throw new ProblemError(
      'unit-unknown',
      { vi: `Không có đơn vị ${body.unit}.`, en: `There is no unit ${body.unit}.` },
      {
        faults: [{ pointer: '/unit', message: { vi: 'không có đơn vị này', en: 'no such unit' } }],
      },
    );
  }
  const target = await targetOf(deps, body);
  const scope = JSON.stringify(['replanning', body.unit, body.cause]);
  const page = await deps.workList.page(allTasksOf(body.unit), {
    after: readCursor(keyring, scope, body.cursor),
    limit: body.limit,
  });
  // A consulted agency has a task in a dossier that belongs to another unit.
  const waits = page.items.filter(task => !isBeside(task));
  const items: Item[] = [];
  for (const task of waits) {
    const item = await replanOne(deps, task.dossier, {
      target,
      body,
      actor: actorOf(call.caller, keyring),
      now,
    });
    if (item) items.push(item);
  }
  return {
    body: {
      items,
      unchanged: waits.length - items.length,
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}

async function targetOf(deps: ReplanningDeps, body: Call<Operation>['body']): Promise<Target> {
  if (body.cause.kind === 'outage') {
    if (parseInstant(body.cause.to) <= parseInstant(body.cause.from)) {
      throw new ProblemError(
        'request-invalid',
        { vi: 'Thời gian gián đoạn kết thúc trước khi bắt đầu.', en: 'The outage ends before it begins.' },
        {
          faults: [{ pointer: '/cause/to', message: { vi: 'phải sau “from”', en: 'must be after from' } }],
        },
      );
    }
    return { workCalendar: undefined, version: null };
  }
  if (body.cause.version === 'draft') {
    if (body.apply) {
      throw new ProblemError(
        'request-invalid',
        {
          vi: 'Bản dự thảo chưa có hiệu lực: hãy công bố rồi chuyển ngày hẹn theo phiên bản đó.',
          en: 'The draft is not in force: publish it, then recalculate deadlines by its version.',
        },
        {
          faults: [
            {
              pointer: '/cause/version',
              message: {
                vi: 'phải là phiên bản đã công bố để áp dụng',
                en: 'must be a published version to apply it',
              },
            },
          ],
        },
      );
    }
    const draft = await deps.workCalendars.draft();
    if (!draft)
      throw new ProblemError('not-found', {
        vi: 'Chưa có bản dự thảo lịch làm việc.',
        en: 'There is no draft of the work calendar.',
      });
    return { workCalendar: draft.workCalendar, version: null };
  }
  const found = await deps.workCalendars.version(body.cause.version);
  if (!found)
    throw new ProblemError('not-found', {
      vi: `Không có lịch làm việc phiên bản ${body.cause.version}.`,
      en: `There is no version ${body.cause.version} of the work calendar.`,
    });
  return { workCalendar: found.workCalendar, version: found.version };
}

interface ReplanOne {
  readonly target: Target;
  readonly body: Call<Operation>['body'];
  readonly actor: Actor;
  readonly now: number;
}

/** A dossier that others keep changing is reported as a conflict: sending the page again finds what is left. */
async function replanOne(deps: ReplanningDeps, code: string, command: ReplanOne): Promise<Item | undefined> {
  const { apply } = command.body;
  try {
    return await moveDate(deps, code, apply, command);
  } catch (error) {
    // Held until an operator has looked: its date stays, and the rest of the unit's is moved.
    if (isBroken(error)) return undefined;
    if (!isCrowded(error)) throw error;
    const left = await moveDate(deps, code, false, command);
    return left && { ...left, outcome: 'conflict' };
  }
}

function moveDate(
  deps: ReplanningDeps,
  code: string,
  apply: boolean,
  { target, body, actor, now }: ReplanOne,
): Promise<Item | undefined> {
  return changeDossier<Item | undefined>(deps, {
    code,
    actor,
    now: () => now,
    absent: () => undefined,
    decide(context) {
      const rules = target.workCalendar
        ? { ...context.rules, clockOf: unitClocks(target.workCalendar) }
        : context.rules;
      const { before, after, event } = replan(
        { ...context, rules },
        replanningBy(target, body, context.head),
      );
      const moves = before !== after;
      const move = { dossier: code, before, after, movedDays: daysBetween(before, after) };
      if (!event || (!moves && !apply)) return { stands: undefined };
      if (!apply) return { stands: { ...move, outcome: 'listed' } };
      return { events: [event], answer: () => (moves ? { ...move, outcome: 'applied' } : undefined) };
    },
    async tell({ head }, moved) {
      if (moved) await deps.nudge(head);
    },
  });
}

function replanningBy(target: Target, { cause }: Call<Operation>['body'], head: DossierHead): Replanning {
  return {
    reason: cause.kind === 'outage' ? cause.reason : 'Công bố lịch làm việc mới',
    // A draft is only listed, so the version it lacks is never stored.
    workCalendarVersion: target.version ?? head.rules.workCalendarVersion,
    outage: cause.kind === 'outage' ? { from: cause.from, to: cause.to } : null,
  };
}

function daysBetween(before: string | null, after: string | null): number | null {
  if (before === null || after === null) return null;
  return dayNumberOf(parseInstant(after)) - dayNumberOf(parseInstant(before));
}
