import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { type Instant, parseInstant } from '../vietnam-time.ts';

/** What was not as the process wants it (sự không phù hợp), as the ledger itself tells. */
export interface FoundNonconformity {
  readonly kind: 'stepLate' | 'resultRecalled' | 'agencyMistake';
  readonly dossier: string;
  /** Number of the ledger entry that tells. */
  readonly entry: number;
  readonly at: string;
  /** The step that took longer than its own time. */
  readonly step: string | null;
}

/**
 * The nonconformities of a dossier: a step closed after its own time, or open beyond it; a result handed to the wrong
 * person; a result corrected because the agency was mistaken.
 */
export function nonconformitiesOf(events: readonly LedgerEvent[], now: Instant): FoundNonconformity[] {
  return [...lateSteps(events, now), ...events.flatMap(mistakes)].toSorted(
    (one, other) => one.entry - other.entry,
  );
}

function lateSteps(events: readonly LedgerEvent[], now: Instant): FoundNonconformity[] {
  return events.flatMap(opening => opening.opens.flatMap(task => lateStep(events, opening, task, now)));
}

function lateStep(
  events: readonly LedgerEvent[],
  opening: LedgerEvent,
  { id, name, dueAt }: PlannedTask,
  now: Instant,
): FoundNonconformity[] {
  const closing = events.find(({ closes }) => closes.some(({ task }) => task === id));
  const ended = closing ? parseInstant(closing.at) : now;
  if (ended <= parseInstant(dueAt)) return [];
  const { dossier, seq } = closing ?? opening;
  return [{ kind: 'stepLate', dossier, entry: seq, at: closing?.at ?? dueAt, step: name }];
}

function mistakes({ data, dossier, seq, at }: LedgerEvent): FoundNonconformity[] {
  const found = { dossier, entry: seq, at, step: null };
  if (data.type === 'resultRecalled') return [{ kind: 'resultRecalled', ...found }];
  return data.type === 'correctionSigned' && data.ground === 'agencyMistake'
    ? [{ kind: 'agencyMistake', ...found }]
    : [];
}
