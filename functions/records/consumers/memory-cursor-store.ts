import { randomUUID } from 'node:crypto';
import type { StoredCursor, StoredWaiting } from '../../../schemas/stored/cursor.ts';
import { parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CursorStore, Lease, Place } from './cursor-store.ts';

/** Cursors in memory, with the same rules as in the table. */
export function memoryCursorStore(): CursorStore {
  /** By dossier, then by consumer. */
  const cursors = new Map<string, Map<string, StoredCursor>>();
  const waiting = new Map<string, StoredWaiting>();
  const nameOf = ({ consumer, dossier }: Place) => `${consumer}#${dossier}`;
  const read = ({ dossier, consumer }: Place) => cursors.get(dossier)?.get(consumer);
  const write = ({ dossier, consumer }: Place, cursor: StoredCursor) => {
    const own = cursors.get(dossier) ?? new Map<string, StoredCursor>();
    cursors.set(dossier, own.set(consumer, cursor));
  };
  const heldAt = (cursor: StoredCursor | undefined, now: number) => (cursor?.heldUntil ?? -1) >= now;
  const holds = ({ place, holder }: Lease) => read(place)?.holder === holder;

  return {
    async take(place, { reached, now, until, force = false }) {
      const found = read(place);
      if (found && found.seq >= reached) return { kind: 'done' };
      if (heldAt(found, now)) {
        write(place, { ...found, seq: found?.seq ?? 0, again: Math.max(found?.again ?? 0, reached) });
        return { kind: 'held' };
      }
      if (!force && (found?.retryAt ?? 0) > now) return { kind: 'waits', until: found?.retryAt ?? now };
      const holder = randomUUID();
      const cursor = { ...found, seq: found?.seq ?? 0, holder, heldUntil: until };
      write(place, cursor);
      return { kind: 'taken', lease: { place, holder, cursor } };
    },
    async release(lease, seq, how = 'done') {
      const { place } = lease;
      const found = read(place);
      if (!holds(lease)) return 'lost';
      if (how === 'done' && (found?.again ?? 0) > seq) return 'again';
      if (typeof how === 'string') {
        waiting.delete(nameOf(place));
        write(place, { seq });
        return 'released';
      }
      const { since, attempts, retryAt, state, reason } = how;
      write(place, {
        seq,
        waitingSince: since,
        attempts,
        ...(retryAt !== null && { retryAt }),
      });
      waiting.set(nameOf(place), {
        ...place,
        since,
        attempts,
        state,
        reason,
        seq,
        retryAt: retryAt === null ? null : toRfc3339(retryAt),
      });
      return 'released';
    },
    async pass(place, from, to, now) {
      const found = read(place);
      if ((found?.seq ?? 0) !== from || heldAt(found, now) || found?.waitingSince !== undefined) return false;
      write(place, { ...found, seq: to });
      return true;
    },
    async rewind(place, to, now) {
      const found = read(place);
      if (!found || found.seq <= to) return true;
      if (heldAt(found, now)) return false;
      write(place, { ...found, seq: to });
      return true;
    },
    read: async place => read(place),
    ofDossier: async dossier => new Map(cursors.get(dossier)),
    async waiting(consumer, { after, limit }) {
      const items = [...waiting.values()]
        .filter(item => item.consumer === consumer)
        .map(item => ({ item, name: `${item.since}#${item.dossier}` }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .filter(({ name }) => after === undefined || name > after)
        .slice(0, limit + 1);
      const more = items.length > limit;
      const page = items.slice(0, limit);
      return { items: page.map(({ item }) => item), next: more ? page.at(-1)?.name : undefined };
    },
    async due(now, limit) {
      return [...waiting.values()]
        .filter(({ retryAt }) => retryAt !== null && parseInstant(retryAt) <= now)
        .slice(0, limit)
        .map(({ consumer, dossier }) => ({ consumer, dossier }));
    },
  };
}
