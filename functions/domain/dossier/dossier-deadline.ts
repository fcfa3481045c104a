import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { stepBalance } from '../legal-clock/budget.ts';
import type { Due, Explained, LegalClock, Paused } from '../legal-clock/legal-clock.ts';
import { type Instant, parseInstant } from '../vietnam-time.ts';
import { replay } from './head.ts';
import { legalLimit } from './legal-limit.ts';
import { type HeldBefore, promiseClock } from './promise-clock.ts';
import { interruptionsOf } from './unit-clock.ts';

/** The time a step was given and used, in office hours. */
export interface StepUse {
  readonly task: string;
  readonly name: string;
  readonly unit: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly endedAt: string | null;
  readonly allowedHours: number;
  /** For an open step: until the requested instant. */
  readonly usedHours: number;
  /** The time saved; negative if more was used than given. */
  readonly savedHours: number;
}

/** The promised date of a dossier at an instant, recomputed from its ledger. */
export interface DossierDeadline {
  readonly head: DossierHead;
  /** Undefined before the clock started. */
  readonly answer: ((Due | Paused) & Explained) | undefined;
  readonly steps: readonly StepUse[];
}

/** The ledger as it was at an instant. */
export function ledgerAt(events: readonly LedgerEvent[], at: Instant): LedgerEvent[] {
  return events.filter(event => parseInstant(event.at) <= at);
}

/**
 * Explains a dossier’s promised date from its ledger alone: limit by the pinned procedure, start and pauses as
 * recorded, counted by the pinned calendar. Entries after `at` are ignored, so the result is the date promised at
 * that time. `clockOf` gives the legal clock of a unit in the pinned version.
 */
export function explainDossier(
  events: readonly LedgerEvent[],
  procedure: Procedure,
  clockOf: (unit: string, before?: readonly HeldBefore[]) => LegalClock,
  at: Instant,
): DossierDeadline {
  const head = replay(events);
  const limit = legalLimit(procedure, head);
  const steps = stepsOf(events, clockOf, at);
  if (head.clockStartedAt === null || !limit) return { head, answer: undefined, steps };
  const start = parseInstant(head.clockStartedAt);
  const interruptions = interruptionsOf(head.pauses, start);
  return { head, answer: promiseClock(clockOf, head).explain({ start, limit, interruptions }), steps };
}

function stepsOf(
  events: readonly LedgerEvent[],
  clockOf: (unit: string) => LegalClock,
  at: Instant,
): StepUse[] {
  const ended = new Map(events.flatMap(event => event.closes.map(({ task }) => [task, event.at] as const)));
  const opened = events.flatMap(event => event.opens);
  return opened.map(task => {
    const endedAt = ended.get(task.id) ?? null;
    const balance = stepBalance({
      startedAt: parseInstant(task.openedAt),
      dueAt: parseInstant(task.dueAt),
      endedAt: endedAt === null ? at : parseInstant(endedAt),
      time: clockOf(task.unit).time,
    });
    const { id, name, unit, openedAt: startedAt, dueAt } = task;
    return { task: id, name, unit, startedAt, dueAt, endedAt, ...rounded(balance) };
  });
}

function rounded<T extends Record<string, number>>(hours: T): T {
  const entries = Object.entries(hours).map(([name, value]) => [name, Math.round(value * 100) / 100]);
  // The same names with numbers again.
  return Object.fromEntries(entries) as T;
}
