import { type PlacedRead, readsLeaves } from '../../domain/anchor/leaves.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import type { Items } from '../../kernel/table/items.ts';
import { readPartitions } from '../../records/keys/keys.ts';

/** The access records of a day, a part of the list after the other, in order of their keys. */
export async function readsOf(items: Pick<Items, 'query'>, partition: string): Promise<PlacedRead[]> {
  const reads: PlacedRead[] = [];
  for (let low = LOWEST, more = true; more; ) {
    const page = await items.query({ partition, low, high: HIGHEST, consistent: true });
    reads.push(...page.items.map(({ key, item }) => ({ position: key.sk, read: item['read'] })));
    more = page.more && page.items.length > 0;
    low = `${reads.at(-1)?.position}${LOWEST}`;
  }
  return reads;
}

/** The leaves of the access records that there are of a day. */
export async function accessLeaves(items: Pick<Items, 'query'>, day: string): Promise<string[]> {
  const leaves: string[] = [];
  for (const [part, partition] of readPartitions.day(day).entries())
    leaves.push(...readsLeaves(part, await readsOf(items, partition)));
  return leaves;
}
