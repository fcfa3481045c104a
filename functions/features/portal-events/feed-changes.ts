import type { Nudge } from '../../../schemas/nudge.ts';
import { portalStory } from '../../domain/effects/portal-events.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import { type ChangeFeed, FEED_CONSUMER, type FeedAddition } from '../../records/change-feed/change-feed.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import { wholeLedger } from '../../records/dossiers/whole-ledger.ts';
import type { PartyWatch } from '../../records/parties/party-watch.ts';

export interface FeedDeps {
  readonly dossiers: Pick<DossierStore, 'events'>;
  readonly cursors: CursorStore;
  readonly feed: ChangeFeed;
  readonly watch: PartyWatch;
  readonly now: () => number;
  readonly source: string;
}

/** Most writes of one transaction, less the one of the position. */
const MOST = 99;
/** How often to retry a dossier whose cursor another worker moved. */
const LOOKS = 5;

/** Adds the new entries of dossiers' ledgers to their portals' feeds. */
export async function feedChanges(deps: FeedDeps, nudges: readonly Nudge[]): Promise<void> {
  let left = nudges;
  for (let look = 0; left.length > 0; look++) {
    if (look === LOOKS)
      throw new Error(`${left.length} dossier(s) are moved in the feed by others all the time`);
    left = await feedOnce(deps, left);
  }
}

/** Feeds what it can; returns the nudges that lost to another worker, to be retried. */
async function feedOnce(deps: FeedDeps, nudges: readonly Nudge[]): Promise<readonly Nudge[]> {
  const additions = (await Promise.all(nudges.map(nudge => additionOf(deps, nudge)))).filter(
    addition => addition !== undefined,
  );
  const moved = new Set<string>();
  for (const [portal, own] of Map.groupBy(additions, ({ portal }) => portal))
    for (const some of transactions(own)) {
      if ((await deps.feed.append(portal, some)) === 'moved')
        for (const { dossier } of some) moved.add(dossier);
      else await told(deps, some);
    }
  return nudges.filter(({ dossier }) => moved.has(dossier));
}

async function told(deps: FeedDeps, additions: readonly FeedAddition[]): Promise<void> {
  for (const { event } of additions.flatMap(({ events }) => events))
    await deps.watch.succeeded(FEED_CONSUMER, deps.now() - parseInstant(event.time));
}

/** What a dossier adds; undefined if nothing: then its cursor is moved on at once. */
async function additionOf(deps: FeedDeps, { dossier, reached }: Nudge): Promise<FeedAddition | undefined> {
  const place = { consumer: FEED_CONSUMER, dossier };
  const from = (await deps.cursors.read(place))?.seq ?? 0;
  if (from >= reached) return undefined;
  const story = portalStory(
    await wholeLedger(deps.dossiers, { code: dossier, version: reached }),
    deps.source,
  );
  const events = story.events.filter(({ seq }) => seq > from);
  if (story.portal === undefined) return undefined;
  if (events.length > 0) return { portal: story.portal, dossier, from, to: story.seq, events };
  // If another worker was first, the cursor is already there or further.
  await deps.cursors.pass(place, from, story.seq, deps.now());
  return undefined;
}

/** Additions in groups that fit into a transaction. */
function transactions(additions: readonly FeedAddition[]): readonly (readonly FeedAddition[])[] {
  const groups: FeedAddition[][] = [];
  let room = 0;
  for (const addition of additions) {
    const writes = addition.events.length + 1;
    if (writes > room) {
      groups.push([]);
      room = MOST;
    }
    groups.at(-1)?.push(addition);
    room -= writes;
  }
  return groups;
}
