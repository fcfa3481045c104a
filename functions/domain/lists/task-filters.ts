import type { TaskFilters } from '../../../schemas/api/task-list.ts';
import { type OfficerRole, workingRoles } from '../../../schemas/identity/roles.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { isPostalOnly } from '../rights/postal.ts';
import { foldName } from '../search/fold.ts';
import { type Instant, MINUTE, parseInstant } from '../vietnam-time.ts';
import { type Span, spanOf, within } from './span.ts';

/** The filters of a unit's open tasks. */
export interface TaskQuestion {
  readonly unit: string;
  /**
   * By holder: tasks of these roles that are unassigned or held by someone who has left; and those of this officer.
   * Undefined for all.
   */
  readonly hands:
    | {
        readonly free: readonly OfficerRole[];
        readonly left: readonly string[];
        readonly officer: string | undefined;
      }
    | undefined;
  readonly roles: readonly OfficerRole[] | undefined;
  readonly received: Span;
  /** The range of due dates in which matching tasks can be; a wider range is harmless. */
  readonly due: Span;
  readonly filters: TaskFilters;
}

/** An alarm may be raised a moment after its instant. */
const LENIENCE = 10 * MINUTE;

/**
 * The filters of an officer. By default: in their own unit, the tasks they hold, and tasks of their roles (all roles
 * for a leader) that are unassigned or held by someone who has left; in another unit, everything.
 */
export function taskQuestion(
  filters: TaskFilters,
  officer: { id: string; roles: readonly OfficerRole[] },
  place: { unit: string; own: boolean; now: Instant; left?: Iterable<string> },
): TaskQuestion {
  const { roles: held } = officer;
  const postal = isPostalOnly(officer);
  const mine = postal
    ? (['reception'] as const)
    : workingRoles.filter(role => !place.own || held.includes('leader') || held.includes(role));
  const asked = filters.role ? [filters.role] : mine;
  // Whatever staff of the post asks for, they see what waits for reception.
  const roles = postal ? asked.filter(role => role === 'reception') : asked;
  const holder = filters.assignee ?? (place.own ? undefined : 'anybody');
  const theirOwn = holder === undefined || holder === 'me';
  const received = spanOf('received', filters.receivedFrom, filters.receivedTo);
  return {
    unit: place.unit,
    hands:
      holder === 'anybody'
        ? undefined
        : {
            free: holder === undefined || holder === 'nobody' ? roles : [],
            // Looking for available tasks includes those held by someone who left; “nobody” is taken literally.
            left: holder === undefined ? [...(place.left ?? [])].filter(id => id !== officer.id) : [],
            officer: theirOwn ? officer.id : holder === 'nobody' ? undefined : holder,
          },
    roles: filters.role || !theirOwn ? roles : undefined,
    received,
    due: dueSpan(filters.alarm, received.from, place.now),
    filters,
  };
}

/** Everything that is open in a unit. */
export function allTasksOf(unit: string): TaskQuestion {
  const any: Span = { from: undefined, to: undefined };
  return { unit, hands: undefined, roles: undefined, received: any, due: any, filters: {} };
}

/** No task is due before its dossier was received; and an alarm tells on which side of now a task is due. */
function dueSpan(alarm: TaskFilters['alarm'], receivedFrom: Instant | undefined, now: Instant): Span {
  if (alarm === undefined) return { from: receivedFrom, to: undefined };
  const late = alarm === 'overdue' || alarm === 'escalated';
  if (late) return { from: receivedFrom, to: now + LENIENCE };
  return { from: Math.max(now - LENIENCE, receivedFrom ?? 0), to: undefined };
}

function isInHands(hands: NonNullable<TaskQuestion['hands']>, { assignee, role }: StoredTask): boolean {
  if (assignee !== null && assignee === hands.officer) return true;
  return (assignee === null || hands.left.includes(assignee)) && hands.free.includes(role);
}

/** Whether a task is one of those asked for. */
export function taskAnswers({ hands, roles, received, filters }: TaskQuestion, task: StoredTask): boolean {
  const at = parseInstant(task.receivedAt);
  return (
    task.closed === null &&
    (hands === undefined || isInHands(hands, task)) &&
    (roles === undefined || roles.includes(task.role)) &&
    (filters.phase === undefined || task.phase === filters.phase) &&
    (filters.procedure === undefined || task.procedure === filters.procedure) &&
    (filters.field === undefined || foldName(task.field) === foldName(filters.field)) &&
    (filters.channel === undefined || task.channel === filters.channel) &&
    (filters.alarm === undefined || task.alarm === filters.alarm) &&
    within(received, at)
  );
}
