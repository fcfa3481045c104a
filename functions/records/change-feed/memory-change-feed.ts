import type { StoredChange } from '../../../schemas/stored/change.ts';
import { parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CursorStore } from '../consumers/cursor-store.ts';
import { type ChangeFeed, FEED_CONSUMER } from './change-feed.ts';

/** The feed in memory, with the cursors it moves. */
export function memoryChangeFeed(cursors: CursorStore, now: () => number): ChangeFeed {
  const feeds = new Map<string, StoredChange[]>();
  const of = (portal: string) => feeds.get(portal) ?? [];
  return {
    async append(portal, additions) {
      const places = additions.map(addition => ({
        ...addition,
        place: { consumer: FEED_CONSUMER, dossier: addition.dossier },
      }));
      for (const { place, from } of places)
        if (((await cursors.read(place))?.seq ?? 0) !== from) return 'moved';
      for (const { place, from, to } of places) if (!(await cursors.pass(place, from, to, 0))) return 'moved';
      const feed = of(portal);
      feeds.set(portal, feed);
      for (const { event } of additions.flatMap(addition => addition.events))
        feed.push({ position: feed.length + 1, at: toRfc3339(now()), event });
      return 'appended';
    },
    after: async (portal, position, limit) => of(portal).slice(position, position + limit),
    end: async portal => of(portal).length,
    async before(portal, instant) {
      const first = of(portal).findIndex(({ at }) => parseInstant(at) >= parseInstant(instant));
      return first < 0 ? of(portal).length : first;
    },
  };
}
