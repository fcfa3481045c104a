import { startBenchHost } from '../host/host-process.ts';
import { type Memory, memoryOf } from '../host/memory.ts';
import { type ProcessorTime, processorTimeBetween, processorTimeOf } from '../host/processor-time.ts';
import { COMMUNES, type Driven, drive, type Replayed } from '../load/load.ts';
import type { Operation } from '../load/plain-dossier.ts';
import { median, type Spread, spreadOf } from '../percentiles.ts';
import { type PartReport, type Table, target } from '../report.ts';
import { openBareTable } from '../table/bare-table.ts';
import { scriptOf } from '../table/script.ts';
import type { BenchContext } from './context.ts';

const MEASURED_CLIENTS = [1, 16, 64] as const;
/** Where the ratio is measured, and the target of the server time. */
const CLIENTS = 16;
/** As many users: each reads an answer for this long before the next request. In milliseconds. */
const THINK = 1000;
const LEAST_RATIO = 0.5;
const MOST_MILLISECONDS = 150;

const SHOWN: readonly Operation[] = ['submit', 'decide', 'get', 'work list', 'get task', 'upload', 'results'];

/** Plain dossiers through HTTP, beside the same requests at the bare table, in turns; and how long the host takes for each request. */
export async function dossiersPart(context: BenchContext): Promise<PartReport> {
  const { quick, say } = context;
  const stage = await context.stage();
  const { table } = await context.counted();
  const rounds = quick ? 1 : 3;
  const seconds = { warming: quick ? 4 : 20, http: quick ? 5 : 15, bare: quick ? 3 : 6 };

  const bare = await openBareTable(stage.dataFolder('bare'), scriptOf(table));
  const host = await startBenchHost({ assembly: stage.assembly, data: stage.dataFolder('dossiers') });
  const load = (clients: number, forSeconds: number, think = 0) => {
    say(`Plain dossiers through HTTP, ${clients} at a time, ${forSeconds} s …`);
    return drive({ apiUrl: host.apiUrl, clients, seconds: forSeconds, units: COMMUNES, think });
  };
  try {
    const idle = memoryOf(host.pid);
    await load(CLIENTS, seconds.warming);
    const driven = new Map<number, Driven[]>(MEASURED_CLIENTS.map(clients => [clients, []]));
    const replayed: Replayed[] = [];
    const processor: Used[] = [];
    for (let round = 0; round < rounds; round++) {
      say(`The same requests at the bare table, ${CLIENTS} clients, ${seconds.bare} s …`);
      replayed.push(await bare.replay(CLIENTS, seconds.bare));
      const before = processorTimeOf(host.pid);
      const run = await load(CLIENTS, seconds.http);
      driven.get(CLIENTS)?.push(run);
      const after = processorTimeOf(host.pid);
      if (before && after)
        processor.push({ time: processorTimeBetween(before, after), dossiers: run.dossiers });
    }
    for (const clients of MEASURED_CLIENTS.filter(each => each !== CLIENTS)) {
      driven.get(clients)?.push(await load(clients, seconds.http));
    }
    const users = await load(CLIENTS, quick ? 10 : 40, THINK);
    return report({
      driven,
      users,
      replayed,
      processor,
      requests: table.length,
      idle,
      loaded: memoryOf(host.pid),
    });
  } finally {
    await host.stop();
    await bare.stop();
  }
}

interface Used {
  readonly time: ProcessorTime;
  readonly dossiers: number;
}

interface Measured {
  readonly processor: readonly Used[];
  readonly driven: ReadonlyMap<number, readonly Driven[]>;
  /** The same load from users who think. */
  readonly users: Driven;
  readonly replayed: readonly Replayed[];
  readonly requests: number;
  readonly idle: Memory | undefined;
  readonly loaded: Memory | undefined;
}

const rateOf = ({ dossiers, seconds }: Replayed) => dossiers / seconds;
const perSecond = (value: number) => value.toFixed(2);
const whole = (value: number) => value.toFixed(0);

function report({ driven, users, replayed, processor, requests, idle, loaded }: Measured): PartReport {
  const rates = [...driven].map(([clients, runs]) => ({
    clients,
    perSecond: runs.map(rateOf),
    dossiers: runs.reduce((sum, run) => sum + run.dossiers, 0),
    polls: runs.reduce((sum, run) => sum + run.polls, 0),
    failures: runs.reduce((sum, run) => sum + run.failures, 0),
  }));
  const http = median(rates.find(({ clients }) => clients === CLIENTS)?.perSecond ?? []);
  const bare = median(replayed.map(rateOf));
  const times = [...driven].map(([clients, runs]) => ({
    clients,
    byOperation: Object.fromEntries(SHOWN.map(operation => [operation, spreadsOf(runs, operation)])),
  }));
  const ofUsers = {
    clients: CLIENTS,
    byOperation: Object.fromEntries(SHOWN.map(operation => [operation, spreadsOf([users], operation)])),
  };
  const at16 = times.find(({ clients }) => clients === CLIENTS)?.byOperation;
  const megabytes = (memory: Memory | undefined) =>
    memory ? [whole(memory.process), whole(memory.children)] : ['not measured on this system', ''];
  return {
    title: 'Plain dossiers through HTTP on the embedded host',
    tables: [
      {
        head: ['', 'clients', 'dossiers/s (median)', 'each run', 'dossiers', 'asked again', 'failed'],
        rows: [
          ...rates.map(rate => [
            'through HTTP',
            `${rate.clients}`,
            perSecond(median(rate.perSecond)),
            rate.perSecond.map(perSecond).join(' '),
            `${rate.dossiers}`,
            `${rate.polls}`,
            `${rate.failures}`,
          ]),
          [
            `bare table, the same ${requests} requests`,
            `${CLIENTS}`,
            perSecond(bare),
            replayed.map(run => perSecond(rateOf(run))).join(' '),
            `${replayed.reduce((sum, run) => sum + run.dossiers, 0)}`,
            '',
            '',
          ],
          ['ratio', `${CLIENTS}`, (http / bare).toFixed(3), '', '', '', ''],
        ],
      },
      ...times.map(each => timesTable(each)),
      timesTable(ofUsers, `${CLIENTS} users, a second between requests`),
      processorTable(processor),
      {
        head: ['memory, MB', 'host', 'table server'],
        rows: [
          ['province loaded, nothing asked', ...megabytes(idle)],
          ['after the load', ...megabytes(loaded)],
        ],
      },
    ],
    targets: [
      target(
        `plain dossiers through HTTP, of the bare table's rate, ${CLIENTS} clients`,
        http / bare,
        { least: LEAST_RATIO },
        value => value.toFixed(3),
      ),
      ...(['submit', 'decide'] as const).map(operation =>
        target(
          `${operation}, p95 of server time, ${CLIENTS} users, a second between requests`,
          ofUsers.byOperation[operation]?.server.p95 ?? Number.NaN,
          { most: MOST_MILLISECONDS },
          value => `${whole(value)} ms`,
        ),
      ),
      ...(['submit', 'decide'] as const).map(operation =>
        target(
          `${operation}, p95 of server time, ${CLIENTS} clients without a pause`,
          at16?.[operation]?.server.p95 ?? Number.NaN,
          { most: MOST_MILLISECONDS },
          value => `${whole(value)} ms`,
        ),
      ),
    ],
    figures: {
      rates,
      bareTable: { clients: CLIENTS, perSecond: replayed.map(rateOf) },
      ratio: http / bare,
      processor,
      times,
      users: ofUsers,
      memory: { idle, loaded },
    },
  };
}

const processorOf = (processor: readonly Used[], kind: keyof ProcessorTime) => {
  const dossiers = processor.reduce((sum, used) => sum + used.dossiers, 0);
  return (1000 * processor.reduce((sum, { time }) => sum + time[kind], 0)) / dossiers;
};

function processorTable(processor: readonly Used[]): Table {
  const head = [`processor time of a dossier, ${CLIENTS} clients`, 'ms'];
  if (processor.length === 0) return { head, rows: [['not measured on this system', '']] };
  const row = (what: string, kind: keyof ProcessorTime) => [what, whole(processorOf(processor, kind))];
  return {
    head,
    rows: [
      row('functions, in their threads', 'functions'),
      row('compiling, collecting garbage, files', 'runtime'),
      row('the host itself', 'host'),
      row('table server', 'tableServer'),
    ],
  };
}

interface Spreads {
  readonly server: Spread;
  readonly client: Spread;
}

function spreadsOf(runs: readonly Driven[], operation: Operation): Spreads {
  const of = (member: 'serverTimes' | 'clientTimes') =>
    spreadOf(runs.flatMap(run => run[member][operation] ?? []));
  return { server: of('serverTimes'), client: of('clientTimes') };
}

function timesTable(
  { clients, byOperation }: { clients: number; byOperation: Readonly<Record<string, Spreads>> },
  who = clients === 1 ? '1 client' : `${clients} clients`,
): Table {
  const title = `${who}: server time, ms`;
  return {
    head: [title, 'requests', 'p50', 'p95', 'p99', 'p95 at the client'],
    rows: Object.entries(byOperation).map(([operation, { server, client }]) => [
      operation,
      `${server.count}`,
      whole(server.p50),
      whole(server.p95),
      whole(server.p99),
      whole(client.p95),
    ]),
  };
}
