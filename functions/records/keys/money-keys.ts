import { type ItemKey, padded, sortable } from '../../kernel/table/item-key.ts';
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
  /** Money that came in, by the gateway's name for it. */
  payment: (gateway: string, transaction: string): ItemKey => ({
    pk: `${PREFIX.money}PAYMENT#${gateway}#${transaction}`,
    sk: 'PAYMENT',
  }),
  /** A request for payment, by our reference. */
  request: (reference: string): ItemKey => ({ pk: `${PREFIX.money}REQUEST#${reference}`, sk: 'REQUEST' }),
  /** Notices of a gateway that were not believed, counted by day. */
  notices: (gateway: string, day: string): ItemKey => ({ pk: `${PREFIX.money}NOTICES#${gateway}`, sk: day }),
  /** A notice of a gateway that was not believed, among those of its day, in order of time. */
  refused: (gateway: string, day: string, at: string, id: string): ItemKey => ({
    pk: moneyKeys.refusedOn(gateway, day),
    sk: `${sortable(at)}#${id}`,
  }),
  refusedOn: (gateway: string, day: string): string => `${PREFIX.money}REFUSED#${gateway}#${day}`,
  /** How many of a minute, `2026-11-26T09:30`, are kept. */
  refusals: (gateway: string, minute: string): ItemKey => ({
    pk: `${PREFIX.money}REFUSALS#${gateway}`,
    sk: minute,
  }),
  /** A cash drawer of a unit, in the order in which they were opened. */
  drawer: (unit: string, id: string): ItemKey => ({ pk: drawers(unit), sk: `DRAWER#${id}` }),
  /** Which drawer of a unit an officer has open. */
  drawerHolder: (unit: string, officer: string): ItemKey => ({
    pk: drawers(unit),
    sk: `HOLDER#${officer}`,
  }),
  /** A deposit of a unit's drawers, in the order in which they were recorded. */
  deposit: (unit: string, id: string): ItemKey => ({ pk: drawers(unit), sk: `DEPOSIT#${id}` }),
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
  /** A receipt that a provider was asked for, by the key that the provider knows. */
  receiptRequest: (request: string): ItemKey => ({
    pk: `${PREFIX.money}PROVIDED#${request}`,
    sk: 'REQUEST',
  }),
  /** The summary of a unit's receipts of a day. */
  receiptSummary: (taxCode: string, day: string, unit: string): ItemKey => ({
    pk: `${PREFIX.money}SUMMARIES#${taxCode}`,
    sk: `${day}#${unit}`,
  }),
  /** Payments that were told of on a day, in order of time. */
  told: (day: string, at: string, name: string): ItemKey => ({
    pk: toldPartition(day, shardOf(name, PAYMENT_SHARDS)),
    sk: `${sortable(at)}#${name}`,
  }),
  toldOn: (day: string): string[] =>
    Array.from({ length: PAYMENT_SHARDS }, (_, shard) => toldPartition(day, shard)),
  /** A statement, by the digest of what it says. */
  statement: (digest: string): ItemKey => ({ pk: `${PREFIX.money}STATEMENT#${digest}`, sk: 'HEAD' }),
  /** Credits of a statement that settled payments, by their places. */
  credits: (digest: string): string => `${PREFIX.money}STATEMENT#${digest}`,
  credit: (digest: string, place: number): ItemKey => ({
    pk: moneyKeys.credits(digest),
    sk: `CREDIT#${padded(place, 6)}`,
  }),
  /** The statement of an account for a day. */
  statementDay: (day: string, account: string): ItemKey => ({
    pk: moneyKeys.statementsOf(day),
    sk: `ACCOUNT#${account}`,
  }),
  statementsOf: (day: string): string => `${PREFIX.money}STATEMENTDAY#${day}`,
  /** Statements that were loaded on a day, in order of time. */
  loaded: (day: string, at: string, digest: string): ItemKey => ({
    pk: moneyKeys.loadedOn(day),
    sk: `${sortable(at)}#${digest}`,
  }),
  loadedOn: (day: string): string => `${PREFIX.money}LOADED#${day}`,
  /** The comparison of a day. */
  reconciliation: (day: string): ItemKey => ({ pk: RECONCILIATIONS, sk: day }),
  reconciliations: (): string => RECONCILIATIONS,
  /** A part of something large, by the digest of the whole. */
  pack: (digest: string, part: number): ItemKey => ({
    pk: `${PREFIX.money}PACK#${digest}`,
    sk: `PART#${padded(part, 3)}`,
  }),
} as const;

const RECONCILIATIONS = `${PREFIX.money}RECONCILIATION`;

const toldPartition = (day: string, shard: number) => `${PREFIX.money}TOLD#${day}#${shard}`;

/** How many partitions each list of payments in time is spread over. */
export const PAYMENT_SHARDS = 4;

/**
 * Lists in the index of what is due: requests to be asked about, payments not settled yet, payments of nobody, receipts
 * that providers were asked for.
 */
export type PaymentList = 'ASK' | 'UNSETTLED' | 'UNASSIGNED' | 'RECEIPT';
export const paymentList = {
  place: (list: PaymentList, at: string, name: string) => ({
    wakePk: paymentList.partition(list, shardOf(name, PAYMENT_SHARDS)),
    wakeSk: `${sortable(at)}#${name}`,
  }),
  partition: (list: PaymentList, shard: number) => `${PREFIX.money}${list}#${shard}`,
  partitions: (list: PaymentList) =>
    Array.from({ length: PAYMENT_SHARDS }, (_, shard) => paymentList.partition(list, shard)),
} as const;

/** Drawers of a unit that were counted and not paid in, in the index of what is due, by when they were closed. */
export const undeposited = {
  place: (unit: string, closedAt: string, id: string) => ({
    wakePk: undeposited.partition(unit),
    wakeSk: `${sortable(closedAt)}#${id}`,
  }),
  partition: (unit: string) => `${PREFIX.money}UNDEPOSITED#${unit}`,
} as const;

const drawers = (unit: string) => `${PREFIX.money}DRAWERS#${unit}`;

const accountPartition = (account: string, day: string, shard: number) =>
  `${PREFIX.money}ACCOUNT#${account}#${day}#${shard}`;
