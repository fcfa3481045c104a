import type * as z from 'zod';
import type { connection } from '../../../schemas/api/connection.ts';
import type { connectionOperations } from '../../../schemas/api/operations/connections.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { openUntil, type PartyState } from '../../domain/effects/breaker.ts';
import { lagPercentile } from '../../domain/effects/lag.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { ConnectionDeps } from './deps.ts';

type Operation = (typeof connectionOperations)['listConnections'];
type Connection = z.infer<typeof connection>;
type Deps = Pick<ConnectionDeps, 'parties' | 'cursors'>;

/** Every connection to an outside party, by name. */
export async function listConnections(deps: Deps, call: Call<Operation>): Promise<Reply<Operation>> {
  const parties = [...(await deps.parties.all())];
  return {
    body: { items: await Promise.all(parties.map(([party, state]) => shown(deps, party, state, call.now))) },
  };
}

const orNull = (instant: Instant | null) => (instant === null ? null : toRfc3339(instant));

async function shown(deps: Deps, party: string, state: PartyState, now: Instant): Promise<Connection> {
  const [{ lags, failures }, waiting] = await Promise.all([
    deps.parties.traffic(party, now),
    deps.cursors.waiting(party, { limit: 1 }),
  ]);
  const open = openUntil(state, now);
  const { lastFailureAt } = state;
  return {
    party,
    breaker: open === undefined ? 'closed' : 'open',
    openUntil: open === undefined ? null : toRfc3339(open),
    failuresInARow: state.failures,
    lastSuccessAt: orNull(state.lastSuccessAt),
    lastFailure:
      lastFailureAt === null ? null : { at: toRfc3339(lastFailureAt), reason: state.lastFailure ?? '' },
    lastDay: {
      sent: lags.reduce((sum, count) => sum + count, 0),
      lag: { p50: finite(lags, 0.5), p95: finite(lags, 0.95), p99: finite(lags, 0.99) },
      failures: Object.fromEntries(failures),
    },
    oldestWaitingSince: waiting.items[0]?.since ?? null,
  };
}

/** Longest lag that is distinguished: a day, in milliseconds; anything longer is reported as this. */
const LONGEST = 24 * 3600_000;

function finite(lags: readonly number[], share: number): number | null {
  const found = lagPercentile(lags, share);
  return found === null ? null : Math.min(found, LONGEST);
}
