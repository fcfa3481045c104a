import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { WorkCalendar } from '../../../schemas/work-calendar.ts';
import { type Replanning, replan } from '../../domain/dossier/decisions/replan.ts';
import { unitClocks } from '../../domain/dossier/unit-clock.ts';
import { dayNumberOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import { isBroken, isCrowded } from '../commands/refusals.ts';
import { type ChangeDeps, changeDossier } from '../dossiers/change-dossier.ts';

/** By what dates are counted anew, and the version dossiers are then pinned to; null for an outage or a draft. */
export interface ReplanTarget {
  readonly workCalendar: WorkCalendar | undefined;
  readonly version: number | null;
  readonly outage: { readonly from: string; readonly to: string; readonly reason: string } | null;
  readonly proposedChange?: string;
}

export interface ReplanDeps extends ChangeDeps {
  /** Makes a waiting machine plan its next alarm again. */
  readonly nudge: (head: DossierHead) => Promise<void>;
}

/** A promised date that moves, by how many calendar days. */
export interface MovedDate {
  readonly dossier: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly movedDays: number | null;
}

/**
 * What happened to a dossier, or would happen: touched by an event, and its date moved by
 * it; or others were changing it.
 */
export interface DossierReplanned {
  readonly outcome: 'changed' | 'unchanged' | 'conflict';
  readonly move: MovedDate | undefined;
}

interface By {
  readonly actor: Actor;
  readonly now: Instant;
  readonly apply: boolean;
}

const UNCHANGED: DossierReplanned = { outcome: 'unchanged', move: undefined };

/**
 * Recalculates a dossier's promised date, by an event of its own; without `apply` only tells. Repeatable: what was
 * done is not done again. A dossier that others keep changing is a conflict.
 */
export async function replanDossier(
  deps: ReplanDeps,
  code: string,
  target: ReplanTarget,
  by: By,
): Promise<DossierReplanned> {
  try {
    return (await moveDate(deps, code, target, by)) ?? UNCHANGED;
  } catch (error) {
    // Held until an operator has looked: its date stays, and the others are moved.
    if (isBroken(error)) return UNCHANGED;
    if (!isCrowded(error)) throw error;
    return { outcome: 'conflict', move: undefined };
  }
}

function moveDate(
  deps: ReplanDeps,
  code: string,
  target: ReplanTarget,
  { actor, now, apply }: By,
): Promise<DossierReplanned | undefined> {
  return changeDossier<DossierReplanned | undefined>(deps, {
    code,
    actor,
    now: () => now,
    absent: () => undefined,
    decide(context) {
      const rules = target.workCalendar
        ? { ...context.rules, clockOf: unitClocks(target.workCalendar) }
        : context.rules;
      const { before, after, event } = replan({ ...context, rules }, replanningBy(target, context.head));
      if (!event) return { stands: undefined };
      const move =
        before === after
          ? undefined
          : { dossier: code, before, after, movedDays: daysBetween(before, after) };
      const done: DossierReplanned = { outcome: 'changed', move };
      return apply ? { events: [event], answer: () => done } : { stands: done };
    },
    async tell({ head }, replanned) {
      if (replanned?.move) await deps.nudge(head);
    },
  });
}

function replanningBy({ version, outage, proposedChange }: ReplanTarget, head: DossierHead): Replanning {
  return {
    reason: outage?.reason ?? 'Công bố lịch làm việc mới',
    // A draft is only listed, so the version it lacks is never stored.
    workCalendarVersion: version ?? head.rules.workCalendarVersion,
    outage: outage && { from: outage.from, to: outage.to },
    ...(proposedChange !== undefined && { proposedChange }),
  };
}

function daysBetween(before: string | null, after: string | null): number | null {
  if (before === null || after === null) return null;
  return dayNumberOf(parseInstant(after)) - dayNumberOf(parseInstant(before));
}
