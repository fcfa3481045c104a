import type { ItemKey } from '../../kernel/table/item-key.ts';
import { shardOf } from './keys.ts';
import { PREFIX } from './table-design.ts';

/** How many partitions a day of an account is spread over: no two transfers wait for one another. */
const ACCOUNT_SHARDS = 4;

/** Keys of the money ledger, of payments, requests for payment, drawers and statements. */
export const moneyKeys = {
  /** A transfer among those of one of its two accounts, on a day, `2026-11-26`. */
  transfer: (account: string, day: string, id: string): ItemKey => ({
    pk: accountPartition(account, day, shardOf(id, ACCOUNT_SHARDS)),
    sk: id,
  }),
  /** The partitions of a day of an account. */
  account: (account: string, day: string): string[] =>
    Array.from({ length: ACCOUNT_SHARDS }, (_, shard) => accountPartition(account, day, shard)),
  /** A cash drawer of a unit, in the order in which they were opened. */
  drawer: (unit: string, id: string): ItemKey => ({ pk: drawers(unit), sk: `DRAWER#${id}` }),
  /** Which drawer of a unit an officer has open. */
  drawerHolder: (unit: string, officer: string): ItemKey => ({
    pk: drawers(unit),
    sk: `HOLDER#${officer}`,
  }),
} as const;

const drawers = (unit: string) => `${PREFIX.money}DRAWERS#${unit}`;

const accountPartition = (account: string, day: string, shard: number) =>
  `${PREFIX.money}ACCOUNT#${account}#${day}#${shard}`;
