import type { ClockPause } from '../../../../schemas/dossier/head.ts';
import { lifecycle } from '../../lifecycle/states.ts';
import { parseInstant } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent, Promised } from '../context.ts';
import { withOutage } from '../pauses.ts';
import { promiseAfterPause } from '../promise.ts';

/** The basis for recalculating a dossier's date. `context.rules` hold the clocks of the version named here. */
export interface Replanning {
  readonly reason: string;
  readonly workCalendarVersion: number;
  readonly outage: { readonly from: string; readonly to: string } | null;
  /** The id of the proposed change that ordered it. */
  readonly proposedChange?: string;
}

/** The promised date, and the recalculated one. */
export interface Replanned {
  readonly before: string | null;
  readonly after: string | null;
  /** The event that moves it; undefined if nothing about the dossier changes. */
  readonly event: NewEvent | undefined;
}

/**
 * Recalculates a dossier’s promised date on an administrator’s command: a new calendar never moves a date by itself.
 * A paused dossier only takes over the version, and its next date is counted by it. An extended one keeps the later
 * date.
 */
export function replan(context: DecisionContext, replanning: Replanning): Replanned {
  const { head } = context;
  const running = head.clockStartedAt !== null && lifecycle[head.handling].withdrawable;
  if (!running || credited(head.pauses, replanning))
    return { before: head.dueAt, after: head.dueAt, event: undefined };
  const pauses = replanning.outage ? withOutage(head.pauses, replanning.outage) : head.pauses;
  const counted = replanning.outage ? context : { ...context, head: { ...head, promisedBy: null } };
  const promise = head.dueAt === null ? null : promiseAfterPause(counted, pauses);
  const sameDate = promise === null ? head.dueAt === null : sameInstant(promise, head.dueAt);
  const sameRules =
    head.rules.workCalendarVersion === replanning.workCalendarVersion && pauses.length === head.pauses.length;
  if (sameDate && sameRules) return { before: head.dueAt, after: head.dueAt, event: undefined };
  const data = {
    type: 'replanned' as const,
    ...replanning,
    previousDueAt: head.dueAt,
    promise: sameDate ? null : promise,
  };
  return { before: head.dueAt, after: promise?.dueAt ?? null, event: { data, opens: [], closes: [] } };
}

function sameInstant(promise: Promised, dueAt: string | null): boolean {
  return dueAt !== null && parseInstant(promise.dueAt) === parseInstant(dueAt);
}

/** Whether the outage was already credited, so that a repeated command credits nothing twice. */
function credited(pauses: readonly ClockPause[], { outage }: Replanning): boolean {
  return outage !== null && withOutage(pauses, outage).length === pauses.length;
}
