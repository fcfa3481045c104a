import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { digestOf } from '../canonical-json.ts';
import { handlingLimitsOn } from '../lifecycle/handling-limits.ts';
import { parseInstant } from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';
import type { DecisionContext, Promised } from './context.ts';
import { legalLimit } from './legal-limit.ts';
import { promiseClock } from './promise-clock.ts';

/** A later date, its reason, and the text for the applicant. */
export interface Extension {
  readonly reason: string;
  readonly apology: string;
  readonly newDueOn: string;
}

/** An extension with the digest by which the signer of its apology names it. */
export interface NamedExtension extends Extension {
  readonly digest: string;
}

/** The extension waiting to be signed, null if there is none. */
export function standingExtension(head: Pick<DossierHead, 'extensionProposal'>): NamedExtension | null {
  if (head.extensionProposal === null) return null;
  const { reason, apology, newDueOn } = head.extensionProposal;
  return { reason, apology, newDueOn, digest: digestOf({ reason, apology, newDueOn }) };
}

/**
 * The extended date: once, in time, and no further than the law or the procedure allows. Throws `DeadlineError` if
 * the rules of the clock refuse, `extension-too-long` with the latest date otherwise.
 */
export function extendedPromise(context: DecisionContext, { reason, newDueOn }: Extension): Promised {
  const { head, rules, now } = context;
  if (head.dueAt === null) {
    throw new ProblemError('state-conflict', {
      vi: 'Thời hạn đang tạm dừng: chưa có ngày hẹn trả để gia hạn.',
      en: 'The clock is paused: there is no promised date to extend.',
    });
  }
  const promise = promiseClock(rules.clockOf, head).extended({
    at: now,
    dueAt: parseInstant(head.dueAt),
    newDueOn,
    reason,
    extensionsBefore: head.extendedTo === null ? 0 : 1,
  });
  const latest = latestDate(context, head.dueAt);
  if (promise.dueOn <= latest) return promise;
  throw new ProblemError(
    'extension-too-long',
    {
      vi: `Ngày hẹn mới chậm nhất là ${dayText(latest)}.`,
      en: `The new date must be no later than ${latest}.`,
    },
    {
      faults: [
        {
          pointer: '/newDueOn',
          message: { vi: `không được sau ${latest}`, en: `must not be after ${latest}` },
        },
      ],
      facts: { latest },
    },
  );
}

/**
 * The latest date of an extension: the procedure's own bound, or the law's multiple of its limit, counted from the
 * promised date.
 */
function latestDate({ head, rules }: DecisionContext, dueAt: string): string {
  const legal = legalLimit(rules.procedure, head);
  const { timesTheLimit } = handlingLimitsOn(head.submittedAt.slice(0, 10)).extensionLongest;
  const bound =
    rules.procedure.extensionLimit ?? (legal && inDays({ ...legal, amount: legal.amount * timesTheLimit }));
  if (!bound) throw new TypeError(`${rules.procedure.code} has no limit for ${head.channel}`);
  const due = promiseClock(rules.clockOf, head).due(bound, parseInstant(dueAt));
  if (due === undefined) throw new TypeError('a limit without pauses always ends');
  return due.dueOn;
}

/** A date moves by whole days: a limit in hours counts as the working days of eight hours that it fills. */
function inDays(limit: Limit): Limit {
  if (limit.unit !== 'workingHour') return { ...limit, amount: Math.ceil(limit.amount) };
  return { amount: Math.max(1, Math.ceil(limit.amount / 8)), unit: 'workingDay' };
}
