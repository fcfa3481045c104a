import type { PartReport, Target } from '../report.ts';
import { target } from '../report.ts';
import type { CountedReads, Reads } from './measure/count-reads.ts';
import type { Times } from './measure/time-calls.ts';

/** What a call must take at 16 clients at the most, in milliseconds, and how much more in the large store than in the small. */
const MOST_MILLISECONDS = 60;
const MOST_RATIO = 2;
const JUDGED_CLIENTS = 16;

/** The figures of one store. */
export interface MeasuredStore {
  readonly dossiers: number;
  readonly reads: CountedReads['calls'];
  readonly times: ReadonlyMap<string, Times>;
}

/** Every call in the large store, beside the same in the small one. */
export function listsPart(
  large: MeasuredStore,
  small: MeasuredStore | undefined,
  { pause }: { pause: number },
): PartReport {
  const clients = [...(large.times.values().next().value?.keys() ?? [])];
  const names = [...large.times.keys()];
  const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1));
  const ratio = (name: string, count: number) => {
    const [here, there] = [large, small].map(store => store?.times.get(name)?.get(count)?.p95);
    return here === undefined || there === undefined ? undefined : here / there;
  };
  const cpu = (store: MeasuredStore | undefined, name: string, count: number) => {
    const processor = store?.times.get(name)?.get(count)?.processor;
    return processor && processor.host + processor.table;
  };
  const cpuRatio = (name: string, count: number) => {
    const [here, there] = [cpu(large, name, count), cpu(small, name, count)];
    return here === undefined || !there ? '' : (here / there).toFixed(2);
  };
  const perClients = clients.flatMap(count => [
    `p50 at ${count}`,
    'p95',
    'p99',
    ...(small ? ['p95 ratio'] : []),
  ]);
  return {
    title: `Lists and searches at ${large.dossiers.toLocaleString('en')} dossiers${small ? `, beside ${small.dossiers.toLocaleString('en')}` : ''}: server time in ms${pause > 0 ? `, clients that pause ${pause} ms` : ''}`,
    tables: [
      {
        head: [
          'call',
          ...perClients,
          'rows',
          'items read',
          'requests',
          'RU',
          ...(small ? ['RU, small'] : []),
        ],
        rows: names.map(name => {
          const reads = large.reads.get(name);
          return [
            name,
            ...clients.flatMap(count => {
              const spread = large.times.get(name)?.get(count);
              const more = small ? [ratio(name, count)?.toFixed(2) ?? '', cpuRatio(name, count)] : [];
              return [
                ms(spread?.p50),
                ms(spread?.p95),
                ms(spread?.p99),
                ms(cpu(large, name, count)),
                ...more,
              ];
            }),
            ...readCells(reads),
            ...(small ? [small.reads.get(name)?.readUnits.toFixed(1) ?? ''] : []),
          ];
        }),
      },
    ],
    targets: clients.includes(JUDGED_CLIENTS) ? targetsOf(large, small, names, ratio) : [],
    figures: {
      dossiers: large.dossiers,
      compared: small?.dossiers ?? null,
      calls: names.map(name => ({
        name,
        clients: Object.fromEntries(large.times.get(name) ?? []),
        clientsSmall: Object.fromEntries(small?.times.get(name) ?? []),
        reads: large.reads.get(name),
        readsSmall: small?.reads.get(name),
      })),
    },
  };
}

const readCells = (reads: Reads | undefined) =>
  reads
    ? [reads.rows, reads.itemsRead, reads.tableRequests].map(String).concat(reads.readUnits.toFixed(1))
    : ['', '', '', ''];

function targetsOf(
  large: MeasuredStore,
  small: MeasuredStore | undefined,
  names: readonly string[],
  ratio: (name: string, count: number) => number | undefined,
): Target[] {
  return names.flatMap(name => {
    const p95 = large.times.get(name)?.get(JUDGED_CLIENTS)?.p95 ?? Number.NaN;
    const more = ratio(name, JUDGED_CLIENTS);
    return [
      target(`${name}: p95`, p95, { most: MOST_MILLISECONDS }, value => `${value.toFixed(1)} ms`),
      ...(small
        ? [
            target(
              `${name}: p95 to that of ${small.dossiers.toLocaleString('en')}`,
              more ?? Number.NaN,
              { most: MOST_RATIO },
              value => value.toFixed(2),
            ),
          ]
        : []),
    ];
  });
}
