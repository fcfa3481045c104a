import { setTimeout as sleep } from 'node:timers/promises';
import { processorTimeBetween, processorTimeOf } from '../../host/processor-time.ts';
import { type HttpClient, type HttpRequest, httpClient } from '../../load/http-client.ts';
import { type Spread, spreadOf } from '../../percentiles.ts';
import type { BuiltStore } from '../store/build-store.ts';
import type { ListCall } from './calls.ts';
import { readAnswer, requestsFor } from './requests.ts';
import { startStoreHost } from './store-host.ts';

/** How long a call takes the host with so many clients, and what it costs in processor time, in milliseconds. */
export interface Timing extends Spread {
  readonly perSecond: number;
  /** Of the host with the functions, and of the table server: what a call costs however busy the machine is with other things. */
  readonly processor: { readonly host: number; readonly table: number } | undefined;
}

/** By the number of clients. */
export type Times = ReadonlyMap<number, Timing>;

/**
 * Measures calls one after the other: so many clients make the one call again and again, each as soon as it has its answer, or `pause`
 * milliseconds after it.
 */
export async function timeCalls(
  store: BuiltStore,
  calls: readonly ListCall[],
  options: { clients: readonly number[]; pause: number; seconds: number; say: (line: string) => void },
): Promise<ReadonlyMap<string, Times>> {
  const host = await startStoreHost(store);
  const http = httpClient(Math.max(...options.clients));
  const measured = new Map<string, Times>();
  try {
    const ready = requestsFor(host.apiUrl, http);
    const made: [ListCall, HttpRequest[]][] = [];
    for (const call of calls) made.push([call, await ready(call)]);
    options.say('Warming the functions up …');
    for (let elapsed = 0; elapsed < FUNCTIONS_WARM_AFTER; elapsed += ROUND * made.length) {
      for (const [, requests] of made) await load(http, requests, { clients: 16, pause: 0, seconds: ROUND });
    }
    for (const [call, requests] of made) {
      const times = new Map<number, Timing>();
      for (const clients of options.clients) {
        await load(http, requests, { clients, pause: 0, seconds: WARMING_SECONDS });
        const before = processorTimeOf(host.pid);
        const { pause, seconds } = options;
        const { serverTimes, lasted } = await load(http, requests, { clients, pause, seconds });
        const after = processorTimeOf(host.pid);
        const count = serverTimes.length;
        const used = before && after && processorTimeBetween(before, after);
        const processor = used && {
          host: ((used.host + used.functions + used.runtime) * 1000) / count,
          table: (used.tableServer * 1000) / count,
        };
        times.set(clients, { ...spreadOf(serverTimes), perSecond: count / lasted, processor });
      }
      measured.set(call.name, times);
      const told = [...times].map(([clients, { p95 }]) => `${p95.toFixed(0)} ms at ${clients}`).join(', ');
      options.say(`${call.name}: p95 ${told}`);
    }
  } finally {
    http.close();
    await host.stop();
  }
  return measured;
}

const WARMING_SECONDS = 0.4;
/** Code is compiled for speed only after a while: without this the first calls measured would look slow. Seconds. */
const FUNCTIONS_WARM_AFTER = 12;
const ROUND = 0.15;

async function load(
  http: HttpClient,
  requests: readonly HttpRequest[],
  { clients, pause, seconds }: { clients: number; pause: number; seconds: number },
): Promise<{ serverTimes: number[]; lasted: number }> {
  const serverTimes: number[] = [];
  const started = performance.now();
  let turn = 0;
  const client = async (_: unknown, nth: number) => {
    // Who pauses does not begin in step with the others.
    if (pause > 0) await sleep((pause * nth) / clients);
    while (performance.now() - started < seconds * 1000) {
      const request = requests[turn++ % requests.length];
      if (!request) throw new Error('a call has no requests');
      const answer = await http.send(request);
      if (answer.status !== 200) readAnswer(answer);
      if (answer.serverTime === undefined) throw new Error('The host does not say how long it took.');
      serverTimes.push(answer.serverTime);
      if (pause > 0) await sleep(pause);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { serverTimes, lasted: (performance.now() - started) / 1000 };
}
