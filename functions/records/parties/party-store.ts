import type { Instant } from '../../../schemas/instant.ts';
import type { PartyState } from '../../domain/effects/breaker.ts';
import type { LagCounts } from '../../domain/effects/lag.ts';

/** What was sent to a party by one function's run. */
export interface PartyReport {
  readonly party: string;
  /** How the party stands now; undefined where that is no news. */
  readonly state: PartyState | undefined;
  /** From the event to the party's acknowledgement, in milliseconds, one for each effect. */
  readonly lags: readonly number[];
  /** Failures by reason. */
  readonly failures: ReadonlyMap<string, number>;
}

/** What was sent to a party of late. */
export interface PartyTraffic {
  readonly lags: LagCounts;
  readonly failures: ReadonlyMap<string, number>;
}

/** Where the health of outside parties is kept. Not in the dossiers' ledgers: it is about parties, not about dossiers. */
export interface PartyStore {
  state(party: string): Promise<PartyState>;
  /** Keeps what a run met with; adds its counts to those of the hour. */
  report(report: PartyReport, now: Instant): Promise<void>;
  /** Every party that was ever sent to, by name. */
  all(): Promise<ReadonlyMap<string, PartyState>>;
  /** What was sent to a party in the last 24 hours. */
  traffic(party: string, now: Instant): Promise<PartyTraffic>;
}
