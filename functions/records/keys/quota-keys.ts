import { HIGHEST, type ItemKey, LOWEST, padded } from '../../kernel/table/item-key.ts';
import { PREFIX } from './table-design.ts';

/** How many items the count of a portal or a procedure is spread over: many write it at once. */
export const QUOTA_SHARDS = 16;

interface Counter {
  readonly counted: string;
  readonly of: string;
  readonly id: string;
}

const partition = (date: string, { counted, of, id }: Counter) =>
  `${PREFIX.quota}${date}#${counted}#${of}#${encodeURIComponent(id)}`;

/** Keys of what was asked for in a day: by an account, in one item; through a portal or for a procedure, in shares. */
export const quotaKeys = {
  account: (date: string, counter: Counter): ItemKey => ({ pk: partition(date, counter), sk: 'USED' }),
  share: (date: string, counter: Counter, shard: number): ItemKey => ({
    pk: partition(date, counter),
    sk: `SHARE#${padded(shard, 2)}`,
  }),
  shares: (date: string, counter: Counter) => ({
    partition: partition(date, counter),
    low: `SHARE#${LOWEST}`,
    high: `SHARE#${HIGHEST}`,
  }),
} as const;
