import type { portalEventOperations } from '../../../schemas/api/operations/portal-events.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { StoredChange } from '../../../schemas/stored/change.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { POLLS_AT_ONCE } from '../../records/change-feed/poll-slots.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { PortalEventsDeps } from './deps.ts';
import { portalOf } from './own-subscription.ts';

type Operation = (typeof portalEventOperations)['listChanges'];
type Deps = Pick<PortalEventsDeps, 'feed' | 'slots' | 'keyring' | 'now' | 'sleep'>;

/** How often an open poll checks the feed, in milliseconds. */
const LOOK_EVERY = 500;
/** How much longer than its wait a poll keeps its slot, in case it is interrupted. */
const SLACK = 5000;

/** The events of a portal's dossiers after a position, in order of position; waits for the next one if asked to. */
export async function listChanges(deps: Deps, call: Call<Operation>): Promise<Reply<Operation>> {
  const portal = portalOf(call.caller);
  const keyring = await deps.keyring();
  const scope = `changes ${portal}`;
  const position = Number(readCursor(keyring, scope, call.query.cursor) ?? 0);
  const found = await deps.feed.after(portal, position, call.query.limit);
  const changes =
    found.length > 0 || call.query.wait === 0 ? found : await waitFor(deps, portal, position, call.query);
  return {
    body: {
      items: changes.map(({ event }) => event),
      nextCursor: writeCursor(keyring, scope, String(changes.at(-1)?.position ?? position)),
    },
  };
}

/** Waits for the next entries, using one of the portal's few poll slots. */
async function waitFor(
  { feed, slots, now, sleep }: Deps,
  portal: string,
  position: number,
  { limit, wait }: { readonly limit: number; readonly wait: number },
): Promise<readonly StoredChange[]> {
  const begun = now();
  const letGo = await slots.take(portal, begun, begun + wait * 1000 + SLACK);
  if (!letGo)
    throw new ProblemError('too-many-polls', {
      vi: `Mỗi cổng chỉ được gửi nhiều nhất ${POLLS_AT_ONCE} yêu cầu chờ thay đổi cùng lúc.`,
      en: `A portal may wait for changes with at most ${POLLS_AT_ONCE} polls at once.`,
    });
  try {
    for (let look = 0; look < (wait * 1000) / LOOK_EVERY; look++) {
      await sleep(LOOK_EVERY);
      const found = await feed.after(portal, position, limit);
      if (found.length > 0) return found;
    }
    return [];
  } finally {
    await letGo();
  }
}
