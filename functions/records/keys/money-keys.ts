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
  /** A receipt among those of a collecting body, by its tax code, and a day. */
  receipt: (taxCode: string, day: string, receipt: string): ItemKey => ({
    pk: `${PREFIX.money}RECEIPTS#${taxCode}#${day}`,
    sk: receipt,
  }),
  /** The counter of a body's receipts of a form and serial, which is of a year. */
  receiptNumber: (taxCode: string, form: string, serial: string): ItemKey => ({
    pk: `${PREFIX.money}NUMBER#${taxCode}#${form}#${serial}`,
    sk: 'NUMBER',
  }),
  /** The summary of a unit's receipts of a day. */
  receiptSummary: (taxCode: string, day: string, unit: string): ItemKey => ({
    pk: `${PREFIX.money}SUMMARIES#${taxCode}`,
    sk: `${day}#${unit}`,
  }),
} as const;

const accountPartition = (account: string, day: string, shard: number) =>
  `${PREFIX.money}ACCOUNT#${account}#${day}#${shard}`;
