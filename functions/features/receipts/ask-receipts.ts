import { eachAlone } from '../../kernel/queue/each-alone.ts';
import { type Provided, provideReceipt } from './provide-receipt.ts';
import type { ProvidingDeps } from './providing-deps.ts';

/** Requests taken up by one run; the next, some minutes later, takes more. */
const AT_ONCE = 200;

/** What a run found, by what came of each request. */
export type AskedReceipts = Readonly<Record<Provided, number>>;

/**
 * Asks providers what came of the receipts that nobody heard of, and sends what the provider knows nothing of. One that
 * fails keeps no other waiting: it fails the call when the rest is done.
 *
 * @param until the instant after which no more is taken up, so that what was begun is brought to its end.
 */
export async function askReceipts(deps: ProvidingDeps, until: number): Promise<AskedReceipts> {
  const found = { issued: 0, refused: 0, waits: 0, idle: 0 };
  await eachAlone(await deps.requests.due(deps.now(), AT_ONCE), async ({ request }) => {
    if (deps.now() >= until) return 'stop';
    found[await provideReceipt(deps, request)]++;
    return undefined;
  });
  return found;
}
