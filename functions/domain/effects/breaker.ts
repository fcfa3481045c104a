import { type Instant, MINUTE } from '../vietnam-time.ts';

/**
 * Circuit breaker of an outside party. It is open while `openUntil` is in the future: nothing is sent then, so that
 * not every dossier calls a party that is down and functions do not wait for it.
 */
export interface PartyState {
  /** Consecutive failures so far. */
  readonly failures: number;
  readonly openUntil: Instant | null;
  readonly lastSuccessAt: Instant | null;
  readonly lastFailureAt: Instant | null;
  readonly lastFailure: string | null;
}

export const UNKNOWN_PARTY: PartyState = {
  failures: 0,
  openUntil: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailure: null,
};

/** Consecutive failures that open the breaker. */
const FAILURES_TO_OPEN = 5;

/** How long the breaker stays open at first, and at most; doubled at each further failure. */
const OPEN_FIRST = MINUTE / 2;
const OPEN_AT_MOST = 10 * MINUTE;

/** The party answered as it should. */
export function afterSuccess(state: PartyState, now: Instant): PartyState {
  return { ...state, failures: 0, openUntil: null, lastSuccessAt: now };
}

/** How old the recorded success may be: a party's health need not be exact to the second. */
const SUCCESS_KNOWN_TO = MINUTE;

/** Whether an outcome is worth storing: most parties are healthy and already recorded as such. */
export function isNews(before: PartyState, after: PartyState): boolean {
  return (
    after.failures !== before.failures ||
    after.openUntil !== before.openUntil ||
    after.lastFailureAt !== before.lastFailureAt ||
    (after.lastSuccessAt ?? 0) - (before.lastSuccessAt ?? 0) >= SUCCESS_KNOWN_TO
  );
}

/** The party failed; `reason` is a code that identifies nobody. */
export function afterFailure(state: PartyState, now: Instant, reason: string): PartyState {
  const failures = state.failures + 1;
  const beyond = failures - FAILURES_TO_OPEN;
  const openFor = beyond < 0 ? 0 : Math.min(OPEN_FIRST * 2 ** beyond, OPEN_AT_MOST);
  return {
    ...state,
    failures,
    openUntil: openFor > 0 ? now + openFor : null,
    lastFailureAt: now,
    lastFailure: reason,
  };
}

/** Until when nothing is sent; undefined while the breaker is closed. */
export function openUntil(state: PartyState, now: Instant): Instant | undefined {
  return state.openUntil !== null && state.openUntil > now ? state.openUntil : undefined;
}
