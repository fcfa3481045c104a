import type { Instant } from '../../../schemas/instant.ts';
import type { PartyState } from '../../domain/effects/breaker.ts';
import type { LagCounts } from '../../domain/effects/lag.ts';

/** What one run of a function sent to a party. */
export interface PartyReport {
  readonly party: string;
  /** The state of the party; undefined if unchanged. */
  readonly state: PartyState | undefined;
  /** From the event to the party's acknowledgement, in milliseconds, one per effect. */
  readonly lags: readonly number[];
  /** Failures by reason. */
  readonly failures: ReadonlyMap<string, number>;
}

/** What was sent to a party recently. */
export interface PartyTraffic {
  readonly lags: LagCounts;
  readonly failures: ReadonlyMap<string, number>;
}

/** The store of outside parties' health. Not in the dossiers' ledgers, because it concerns parties, not dossiers. */
export interface PartyStore {
  state(party: string): Promise<PartyState>;
  /** Keeps the outcome of a run; adds its counts to those of the hour. */
  report(report: PartyReport, now: Instant): Promise<void>;
  /** Every party that anything was ever sent to, by name. */
  all(): Promise<ReadonlyMap<string, PartyState>>;
  /** What was sent to a party in the last 24 hours. */
  traffic(party: string, now: Instant): Promise<PartyTraffic>;
}
