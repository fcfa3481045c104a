import { type PartyState, UNKNOWN_PARTY } from '../../../functions/domain/effects/breaker.ts';
import type { PartyReport, PartyStore } from '../../../functions/records/parties/party-store.ts';

/** The health of outside parties in memory, with all that was reported of them. */
export function memoryParties(): PartyStore & { readonly reports: PartyReport[] } {
  const states = new Map<string, PartyState>();
  const reports: PartyReport[] = [];
  return {
    reports,
    state: async party => states.get(party) ?? UNKNOWN_PARTY,
    async report(report) {
      if (report.state) states.set(report.party, report.state);
      reports.push(report);
    },
    all: async () => states,
    traffic: async () => ({ lags: [], failures: new Map() }),
  };
}
