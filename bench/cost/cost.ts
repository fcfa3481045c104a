import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Operations } from './operations.ts';

const price = z.strictObject({ usd: z.number().positive(), per: z.number().positive(), restsOn: z.string() });
export const priceList = z.strictObject({
  region: z.string(),
  /** Year and month. */
  asOf: z.string().regex(/^\d{4}-\d{2}$/),
  note: z.string(),
  prices: z.strictObject({
    stateTransition: price,
    apiRequest: price,
    invocation: price,
    gbSecond: price,
    writeUnit: price,
    readUnit: price,
    s3Write: price,
    s3Read: price,
    event: price,
    queueRequest: price,
    loggedGigabyte: price,
  }),
});
export type PriceList = z.infer<typeof priceList>;

/** The list the bench uses. */
export function listPrices(): PriceList {
  const file = new URL('./ap-southeast-1.2026-11.json', import.meta.url);
  return z.parse(priceList, JSON.parse(readFileSync(file, 'utf8')));
}

/** What one kind of operation costs for 1,000 dossiers, in US$. */
export interface Share {
  readonly what: string;
  /** Of one dossier. */
  readonly count: number;
  readonly usd: number;
}

export interface Cost {
  /** What is charged by the request: the figure that the target is about. */
  readonly requests: readonly Share[];
  /** What is charged by time or bytes. */
  readonly beside: readonly Share[];
  readonly requestsUsd: number;
  readonly totalUsd: number;
}

const DOSSIERS = 1000;
const GIGABYTE = 1e9;

/** What 1,000 dossiers cost that take these operations each. */
export function costOf(operations: Operations, { prices }: PriceList): Cost {
  const share = (what: string, count: number, { usd, per }: { usd: number; per: number }): Share => ({
    what,
    count,
    usd: (count * DOSSIERS * usd) / per,
  });
  const requests = [
    share('state transitions', operations.stateTransitions, prices.stateTransition),
    share('table: write units', operations.writeUnits, prices.writeUnit),
    share('table: read units', operations.readUnits, prices.readUnit),
    share('requests to the API', operations.apiRequests, prices.apiRequest),
    share('invocations', operations.invocations, prices.invocation),
    share('S3: PUT', operations.s3Writes, prices.s3Write),
    share('S3: GET, HEAD', operations.s3Reads, prices.s3Read),
    share('events on the bus', operations.events, prices.event),
    share('requests to queues', operations.queueRequests, prices.queueRequest),
  ];
  const beside = [
    share('functions: GB-seconds', operations.gbSeconds, prices.gbSecond),
    share('logs: GB', operations.logBytes / GIGABYTE, prices.loggedGigabyte),
  ];
  const sum = (shares: readonly Share[]) => shares.reduce((total, { usd }) => total + usd, 0);
  return {
    requests,
    beside,
    requestsUsd: sum(requests),
    totalUsd: sum(requests) + sum(beside),
  };
}
