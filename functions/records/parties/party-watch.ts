import type { Instant } from '../../../schemas/instant.ts';
import {
  afterFailure,
  afterSuccess,
  isNews,
  openUntil,
  type PartyState,
} from '../../domain/effects/breaker.ts';
import type { PartyStore } from './party-store.ts';

/** How parties answer during one run of a function: read once, written once at its end. */
export interface PartyWatch {
  /** Until when nothing may be sent to a party; undefined while it is healthy. */
  closedUntil(party: string): Promise<Instant | undefined>;
  /** An effect on the party succeeded; `lag` in milliseconds from its event. */
  succeeded(party: string, lag: number): Promise<void>;
  failed(party: string, reason: string): Promise<void>;
  /** Keeps the outcome. */
  end(): Promise<
    readonly { readonly party: string; readonly lags: readonly number[]; readonly failed: number }[]
  >;
}

interface Watched {
  readonly before: PartyState;
  state: PartyState;
  readonly lags: number[];
  readonly failures: Map<string, number>;
}

/** A watch over the parties a run of a function sends to. */
export function partyWatch(parties: PartyStore, now: () => Instant): PartyWatch {
  const watched = new Map<string, Promise<Watched>>();
  const of = (party: string) => {
    const known = watched.get(party);
    if (known) return known;
    const read = parties
      .state(party)
      .then((state): Watched => ({ before: state, state, lags: [], failures: new Map() }));
    watched.set(party, read);
    return read;
  };
  return {
    async closedUntil(party) {
      return openUntil((await of(party)).state, now());
    },
    async succeeded(party, lag) {
      const one = await of(party);
      one.state = afterSuccess(one.state, now());
      one.lags.push(lag);
    },
    async failed(party, reason) {
      const one = await of(party);
      one.state = afterFailure(one.state, now(), reason);
      one.failures.set(reason, (one.failures.get(reason) ?? 0) + 1);
    },
    async end() {
      const done = [];
      for (const [party, reading] of watched) {
        const { before, state, lags, failures } = await reading;
        if (lags.length === 0 && failures.size === 0) continue;
        const news = isNews(before, state) ? state : undefined;
        await parties.report({ party, state: news, lags, failures }, now());
        done.push({ party, lags, failed: [...failures.values()].reduce((sum, count) => sum + count, 0) });
      }
      return done;
    },
  };
}
