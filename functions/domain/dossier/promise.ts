import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ClockPause } from '../../../schemas/dossier/head.ts';
import { type Instant, parseInstant } from '../vietnam-time.ts';
import { channelNames } from '../wording/names.ts';
import type { DecisionContext, Promised } from './context.ts';
import { legalLimit } from './legal-limit.ts';
import { promiseClock } from './promise-clock.ts';

/** The promised date of a dossier whose clock started at `start`, less the `pauses`, by its channel’s legal limit. */
export function promiseFrom(
  context: DecisionContext,
  start: Instant,
  pauses: readonly ClockPause[],
): Promised {
  const { head, rules } = context;
  const limit = legalLimit(rules.procedure, head);
  const due = limit && promiseClock(rules.clockOf, head).due(limit, start, pauses);
  if (!due) {
    throw new ProblemError('deadline-invalid', {
      vi: `Thủ tục ${rules.procedure.code} chưa có thời hạn giải quyết cho hình thức ${channelNames[head.channel].vi}.`,
      en: `Procedure ${rules.procedure.code} has no legal limit for ${head.channel}.`,
    });
  }
  return due;
}

/**
 * The promised date after a pause that ends now. It does not take back an extension granted before the pause: the
 * later of the two dates applies.
 */
export function promiseAfterPause(context: DecisionContext, pauses: readonly ClockPause[]): Promised {
  const { head, rules } = context;
  if (head.clockStartedAt === null) throw new TypeError(`${head.code}: the clock never started`);
  const due = promiseFrom(context, parseInstant(head.clockStartedAt), pauses);
  if (head.extendedTo === null || parseInstant(head.extendedTo) <= parseInstant(due.dueAt)) return due;
  return rules.clockOf(head.competentUnit).closeOf(head.extendedTo.slice(0, 10), context.now);
}

/** The context with a date promised by the same command: new tasks are planned under it. */
export function underPromise(context: DecisionContext, promise: Promised): DecisionContext {
  return { ...context, head: { ...context.head, dueAt: promise.dueAt, dueAlarms: promise.alarms } };
}
