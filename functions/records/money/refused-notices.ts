import type { Gateway } from '../../../schemas/money/gateway.ts';
import {
  type StoredRefusedNotice,
  storedNoticeCount,
  storedRefusedNotice,
} from '../../../schemas/stored/payment.ts';
import { DAY, dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import { timeSortedId } from '../../kernel/ids/time-sorted-id.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import { moneyKeys } from '../keys/money-keys.ts';
import { droppedAfter, TIME_TO_LIVE } from '../keys/table-design.ts';

/** Days that they are kept, and most of a gateway's that are kept of a minute: whoever floods us fills no table. */
const KEPT_DAYS = 90;
export const MOST_A_MINUTE = 20;

export type RefusedNotice = Omit<StoredRefusedNotice, typeof TIME_TO_LIVE>;
type Counts = Readonly<Record<StoredRefusedNotice['fault'], number>>;

/** Notices of payments that were not believed. */
export interface RefusedNotices {
  /** Keeps one, unless its minute is full; that it came is counted elsewhere. */
  keep(notice: RefusedNotice): Promise<void>;
  /** Those of a gateway and a day, the newest first. */
  ofDay(gateway: Gateway, day: string, limit: number): Promise<RefusedNotice[]>;
  /** How many came, kept or not. */
  counted(gateway: Gateway, day: string): Promise<Counts>;
}

/** Refused notices in the table, or in memory. */
export function keptRefusedNotices(items: Items): RefusedNotices {
  return {
    async keep(notice) {
      const { gateway, at } = notice;
      const now = parseInstant(at);
      const dropped = droppedAfter(now + KEPT_DAYS * DAY);
      const minute = new Date(now).toISOString().slice(0, 16);
      const room = await items.writeAlone({
        refusal: 'full',
        key: moneyKeys.refusals(gateway, minute),
        change: { add: { kept: 1 }, also: dropped },
        when: { below: { kept: MOST_A_MINUTE } },
      });
      if (!room.done) return;
      const key = moneyKeys.refused(gateway, dateOf(now), at, timeSortedId('', now));
      await items.writeAlone({ refusal: 'none', key, change: { put: { ...notice, ...dropped } } });
    },
    async ofDay(gateway, day, limit) {
      const range = { partition: moneyKeys.refusedOn(gateway, day), low: LOWEST, high: HIGHEST };
      const page = await items.query({ ...range, backwards: true, limit });
      return page.items.map(({ key, item }) => {
        const { [TIME_TO_LIVE]: _, ...notice } = parseItem(storedRefusedNotice, item, key);
        return notice;
      });
    },
    async counted(gateway, day) {
      const key = moneyKeys.notices(gateway, day);
      const counts = parseItem(storedNoticeCount, (await items.get(key)) ?? {}, key);
      const { forged = 0, stale = 0, malformed = 0, differing = 0 } = counts;
      return { forged, stale, malformed, differing };
    },
  };
}
