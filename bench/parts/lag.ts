import { setTimeout as sleep } from 'node:timers/promises';
import { startBenchHost } from '../host/host-process.ts';
import { COMMUNES, drive } from '../load/load.ts';
import { openSubscribedPortal } from '../load/subscribed-portal.ts';
import { type Spread, spreadOf } from '../percentiles.ts';
import type { PartReport } from '../report.ts';
import type { BenchContext } from './context.ts';

const CLIENTS = 16;
/** What a plain dossier tells its portal: submitted, accepted, decided, issued and returned. */
const EVENTS = 5;
/** Events still on their way when a load is over are waited for this long, in milliseconds. */
const LATEST = 60_000;

interface Load {
  readonly what: string;
  readonly seconds: number;
  readonly think: number;
}

interface Lag {
  readonly dossiers: number;
  readonly wanted: number;
  readonly events: number;
  readonly repeats: number;
  readonly lags: Spread;
}

/** How long after its instant an event reaches the portal that submitted the dossier, as a webhook. */
export async function lagPart(context: BenchContext): Promise<PartReport> {
  const { quick, say } = context;
  const stage = await context.stage();
  const host = await startBenchHost({ assembly: stage.assembly, data: stage.dataFolder('lag') });
  const portal = await openSubscribedPortal(host.apiUrl);
  const measured = async ({ what, seconds, think }: Load): Promise<Lag> => {
    say(`Dossiers of a portal, ${what}, ${seconds} s …`);
    const options = { apiUrl: host.apiUrl, clients: CLIENTS, units: COMMUNES };
    const { dossiers } = await drive({ ...options, seconds, think, submitter: 'portal' });
    const wanted = dossiers * EVENTS;
    for (let waited = 0; portal.heard() < wanted && waited < LATEST; waited += 100) await sleep(100);
    const { lags, repeats } = portal.take();
    return { dossiers, wanted, events: lags.length, repeats, lags: spreadOf(lags) };
  };
  try {
    await measured({ what: 'to warm up', seconds: quick ? 4 : 20, think: 0 });
    const loads: readonly Load[] = [
      { what: '16 users, a second between requests', seconds: quick ? 10 : 40, think: 1000 },
      { what: '16 clients without a pause', seconds: quick ? 5 : 15, think: 0 },
    ];
    const rows: [string, Lag][] = [];
    for (const load of loads) rows.push([load.what, await measured(load)]);
    return report(rows);
  } finally {
    portal.close();
    await host.stop();
  }
}

function report(rows: readonly (readonly [string, Lag])[]): PartReport {
  const ms = (value: number) => Math.round(value).toLocaleString('en');
  return {
    title: 'From an event to the portal that is told of it, on the embedded host, ms',
    tables: [
      {
        head: ['', 'dossiers', 'events', 'of', 'repeats', 'p50', 'p95', 'p99', 'longest'],
        rows: rows.map(([what, { dossiers, wanted, events, repeats, lags }]) => [
          what,
          ...[dossiers, events, wanted, repeats].map(count => `${count}`),
          ...[lags.p50, lags.p95, lags.p99, lags.longest].map(ms),
        ]),
      },
    ],
    targets: [],
    figures: { lag: Object.fromEntries(rows) },
  };
}
