import type { HandlingState } from '../api/generated.ts';

/** How a dossier stands to its promised date; `days` are days of the calendar, at least one. */
export type Standing =
  | { readonly kind: 'notAccepted' | 'notPromised' | 'paused' | 'today' | 'over' }
  | { readonly kind: 'left' | 'late'; readonly days: number };

interface Promised {
  readonly handling: HandlingState;
  readonly dueOn: string | null;
}

const OVER: ReadonlySet<HandlingState> = new Set(['declined', 'withdrawn', 'stopped', 'decided', 'returned']);
const PAUSED: ReadonlySet<HandlingState> = new Set(['supplementing', 'awaitingPayment']);
const DAY = 86_400_000;

/** How it stands on a day (`YYYY-MM-DD`): the promise is a date, so that the hour does not matter. */
export function standingOf({ handling, dueOn }: Promised, today: string): Standing {
  if (OVER.has(handling)) return { kind: 'over' };
  if (dueOn === null) return { kind: handling === 'submitted' ? 'notAccepted' : 'notPromised' };
  if (PAUSED.has(handling)) return { kind: 'paused' };
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY);
  if (days === 0) return { kind: 'today' };
  return days > 0 ? { kind: 'left', days } : { kind: 'late', days: -days };
}
