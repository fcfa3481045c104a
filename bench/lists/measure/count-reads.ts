import { join } from 'node:path';
import * as z from 'zod';
import { startTableServer, tableServerProgram } from '../../../local/table/table-server.ts';
import { httpClient } from '../../load/http-client.ts';
import { unitsOf } from '../../table/consumption.ts';
import { openRecorder, type RecordedCall } from '../../table/recorder.ts';
import type { BuiltStore } from '../store/build-store.ts';
import type { ListCall } from './calls.ts';
import { readAnswer, requestsFor } from './requests.ts';
import { startStoreHost } from './store-host.ts';

/** What one call reads, in the middle of its askings, and at the most. */
export interface Reads {
  readonly readUnits: number;
  readonly mostReadUnits: number;
  readonly itemsRead: number;
  readonly tableRequests: number;
  /** Rows that the answer has. */
  readonly rows: number;
}

export interface CountedReads {
  readonly calls: ReadonlyMap<string, Reads>;
  /** Everything that was asked of the table, for those who look at keys. */
  readonly recorded: ReadonlyMap<string, readonly RecordedCall[]>;
}

/** Makes every asking of every call once, with the table's requests counted on their way. */
export async function countReads(store: BuiltStore, calls: readonly ListCall[]): Promise<CountedReads> {
  const table = await startTableServer({
    program: tableServerProgram(),
    file: join(store.data, 'table', 'table.db'),
  });
  const recorder = await openRecorder(table.url);
  const host = await startStoreHost(store, recorder.url);
  const http = httpClient(1);
  const counted = new Map<string, Reads>();
  const recorded = new Map<string, readonly RecordedCall[]>();
  try {
    const ready = requestsFor(host.apiUrl, http);
    for (const call of calls) {
      const requests = await ready(call);
      // The first reads what a warm function has in memory: keyring, units, names of procedures.
      for (const request of requests.slice(0, 1)) readAnswer(await http.send(request));
      recorder.taken();
      const each: { reads: ReturnType<typeof readsOf>; rows: number }[] = [];
      const asked: RecordedCall[] = [];
      for (const request of requests) {
        const { items } = readAnswer(await http.send(request));
        const taken = recorder.taken();
        asked.push(...taken);
        each.push({ reads: readsOf(taken), rows: items?.length ?? 0 });
      }
      recorded.set(call.name, asked);
      counted.set(call.name, {
        readUnits: middle(each.map(({ reads }) => reads.units)),
        mostReadUnits: Math.max(...each.map(({ reads }) => reads.units)),
        itemsRead: middle(each.map(({ reads }) => reads.items)),
        tableRequests: middle(each.map(({ reads }) => reads.requests)),
        rows: middle(each.map(({ rows }) => rows)),
      });
    }
  } finally {
    http.close();
    await host.stop();
    recorder.close();
    await table.stop();
  }
  return { calls: counted, recorded };
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const answer = z.looseObject({
  ScannedCount: z.number().optional(),
  Item: z.unknown().optional(),
  Responses: z.record(z.string(), z.array(z.unknown())).optional(),
});

function readsOf(calls: readonly RecordedCall[]): { units: number; items: number; requests: number } {
  let units = 0;
  let items = 0;
  for (const { action, status, answer: body } of calls) {
    if (status !== 200) throw new Error(`${action} answered ${status}: ${JSON.stringify(body)}`);
    units += unitsOf(action, body).read;
    const { ScannedCount, Item, Responses } = z.parse(answer, body);
    const batch = Object.values(Responses ?? {}).reduce((sum, found) => sum + found.length, 0);
    items += (ScannedCount ?? 0) + (Item ? 1 : 0) + batch;
  }
  return { units, items, requests: calls.length };
}
