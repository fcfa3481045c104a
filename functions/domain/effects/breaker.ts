import { type Instant, MINUTE } from '../vietnam-time.ts';

/**
 * What is known of how an outside party answers. The breaker is open while `openUntil` is ahead: nothing is sent then,
 * so that a party that is down is not called by every dossier, and functions do not wait for it.
 */
export interface PartyState {
  /** Failures one after another, up to now. */
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

/** Failures one after another that open the breaker. */
const FAILURES_TO_OPEN = 5;

/** How long the breaker stays open at first, and at the most; doubled at each failure that follows. */
const OPEN_FIRST = MINUTE / 2;
const OPEN_AT_MOST = 10 * MINUTE;

/** The party answered as it should. */
export function afterSuccess(state: PartyState, now: Instant): PartyState {
  return { ...state, failures: 0, openUntil: null, lastSuccessAt: now };
}

/** How old a known success may be: whoever asks after a party's health is not told by the second. */
const SUCCESS_KNOWN_TO = MINUTE;

/** Whether what was met with is worth keeping over what is kept: most parties are well, and have been a moment ago. */
export function isNews(before: PartyState, after: PartyState): boolean {
  return (
    after.failures !== before.failures ||
    after.openUntil !== before.openUntil ||
    after.lastFailureAt !== before.lastFailureAt ||
    (after.lastSuccessAt ?? 0) - (before.lastSuccessAt ?? 0) >= SUCCESS_KNOWN_TO
  );
}

/** The party failed; `reason` is a word for it that names nobody. */
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
