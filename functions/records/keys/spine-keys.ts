import { type ItemKey, padded, sortable } from '../../kernel/table/item-key.ts';
import { keys, shardOf } from './keys.ts';

/** How many partitions the list of retries is spread over. */
export const RETRY_SHARDS = 4;

/** Keys of the consumers of ledgers: cursors, waiting dossiers, parties, subscriptions, the change feed. */
export const spineKeys = {
  /**
   * A consumer's cursor in a dossier's ledger, next to the ledger, so that one query returns all cursors of a
   * dossier.
   */
  cursor: (dossier: string, consumer: string): ItemKey => ({
    pk: keys.head(dossier).pk,
    sk: `CURSOR#${consumer}`,
  }),
  cursorPrefix: 'CURSOR#',
  /** A dossier waiting for a consumer, ordered by the start of the wait. */
  waiting: (consumer: string, since: string, dossier: string): ItemKey => ({
    pk: `WAITING#${consumer}`,
    sk: `${sortable(since)}#${dossier}`,
  }),
  waitingPartition: (consumer: string) => `WAITING#${consumer}`,
  /** Outside parties, all under one key: operators look at all of them. */
  party: (party: string): ItemKey => ({ pk: 'PARTIES', sk: party }),
  partiesPartition: 'PARTIES',
  /** What was sent to a party in an hour, `2026-11-26T08`. */
  partyHour: (party: string, hour: string): ItemKey => ({ pk: `PARTY#${party}`, sk: `HOUR#${hour}` }),
  partyPartition: (party: string) => `PARTY#${party}`,
  hourPrefix: 'HOUR#',
  subscription: (portal: string, id: string): ItemKey => ({
    pk: `SUBSCRIPTIONS#${encodeURIComponent(portal)}`,
    sk: id,
  }),
  subscriptionsPartition: (portal: string) => `SUBSCRIPTIONS#${encodeURIComponent(portal)}`,
  /** The running replays, all under one key. */
  replay: (subscription: string): ItemKey => ({ pk: 'REPLAYS', sk: subscription }),
  /** The last position of a portal's change feed, and the feed itself. */
  feedEnd: (portal: string): ItemKey => ({ pk: `FEED#${encodeURIComponent(portal)}`, sk: 'END' }),
  feedEntry: (portal: string, position: number): ItemKey => ({
    pk: `FEED#${encodeURIComponent(portal)}`,
    sk: padded(position, 12),
  }),
  /** One of the few long polls a portal may have open. */
  poll: (portal: string, slot: number): ItemKey => ({
    pk: `POLL#${encodeURIComponent(portal)}`,
    sk: String(slot),
  }),
} as const;

/** Attributes that add an item to the retries, ordered by due time; they use the index `wake`. */
export const retryPlace = (name: string, at: string) => ({
  wakePk: retryPartition(shardOf(name, RETRY_SHARDS)),
  wakeSk: `${sortable(at)}#${name}`,
});
export const retryPartition = (shard: number) => `RETRY#${shard}`;

const EVENT_KEY = { pk: /^DOSSIER#(.+)$/, sk: /^EVENT#(\d{6})$/ };

/** The dossier and number of a ledger entry, by its key; undefined for any other item. */
export function readEventKey(pk: string, sk: string): { dossier: string; seq: number } | undefined {
  const [dossier, seq] = [EVENT_KEY.pk.exec(pk)?.[1], EVENT_KEY.sk.exec(sk)?.[1]];
  return dossier === undefined || seq === undefined ? undefined : { dossier, seq: Number(seq) };
}
