import { randomInt } from 'node:crypto';
import type { Quotas as Limits } from '../../../schemas/quotas.ts';
import { storedUse } from '../../../schemas/stored/quota.ts';
import { heldBy, isNearlyUsed, type Quota, type SharedHolder } from '../../domain/quotas/quota.ts';
import { type QuotaDay, quotaDay } from '../../domain/quotas/quota-day.ts';
import { usedUp } from '../../domain/quotas/used-up.ts';
import { DAY } from '../../domain/vietnam-time.ts';
import { countOnce } from '../../kernel/lambda/count-once.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { QUOTA_SHARDS, quotaKeys } from '../keys/quota-keys.ts';
import { droppedAfter } from '../keys/table-design.ts';
import type { CountedRequest, Quotas } from './quotas.ts';

/** How long a count is kept after its day. */
const KEPT = 2 * DAY;

type Shared = Quota<SharedHolder>;

export interface QuotaTools {
  /** A whole number below the given one, by chance. */
  readonly anyBelow?: (end: number) => number;
  /** Told of a portal or procedure that has used four fifths of its quota. */
  readonly nearly?: (quota: Shared) => void;
}

const tellMetrics = ({ counted, of, id }: Shared) => countOnce('QuotaNearlyUsed', { counted, of, id });

/**
 * Quotas counted in the table. An account has one counter, which the request's own transaction increases under a
 * condition: exact, however many come at once. A portal or procedure has shares, summed before and increased after:
 * it may go over by what is under way at that moment, and nobody waits for anybody.
 */
export function keptQuotas(
  items: Items,
  limits: Limits,
  { anyBelow = randomInt, nearly = tellMetrics }: QuotaTools = {},
): Quotas {
  async function open(...[counted, holders, now]: Parameters<Quotas['open']>): Promise<CountedRequest> {
    const day = quotaDay(now);
    const { accounts, shared } = heldBy(limits, counted, holders);
    const used = await Promise.all(shared.map(quota => usedOf(items, day, quota)));
    shared.forEach((quota, nth) => {
      if ((used[nth] ?? 0) >= quota.limit) throw usedUp(quota, day);
    });
    return {
      writes: accounts.map(quota => accountWrite(quota, day)),
      refusal: () => usedUp(accounts[0] ?? { ...NOBODY, counted }, day),
      async done() {
        // Each by itself, at half the price: that an answer is lost and one counts twice is within the tolerance.
        const shares = shared.map(quota => shareWrite(quota, day, anyBelow(QUOTA_SHARDS)));
        await Promise.all(shares.map(share => items.writeAlone(share).catch(() => undefined)));
        shared.forEach((quota, nth) => {
          if (isNearlyUsed((used[nth] ?? 0) + 1, quota.limit)) nearly(quota);
        });
      },
    };
  }

  return {
    open,
    async take(...asked) {
      const request = await open(...asked);
      if (request.writes.length > 0 && !(await items.transact(request.writes)).done) throw request.refusal();
      await request.done();
    },
  };
}

/** Never shown: without an account there is no write that could fail. */
const NOBODY = { of: 'person', id: '', limit: 0 } as const;

const end = ({ endsAt }: QuotaDay) => droppedAfter(endsAt + KEPT);

function accountWrite(quota: Quota, day: QuotaDay): ItemWrite<'quota'> {
  return {
    refusal: 'quota',
    key: quotaKeys.account(day.date, quota),
    change: { add: { used: 1 }, also: end(day) },
    when: { below: { used: quota.limit } },
  };
}

function shareWrite(quota: Shared, day: QuotaDay, shard: number): ItemWrite<'quota'> {
  return {
    refusal: 'quota',
    key: quotaKeys.share(day.date, quota, shard),
    change: { add: { used: 1 }, also: end(day) },
  };
}

async function usedOf(items: Items, { date }: QuotaDay, quota: Shared): Promise<number> {
  const shares = await items.query(quotaKeys.shares(date, quota));
  return shares.items.reduce((sum, { item }) => sum + storedUse.parse(item), 0);
}
