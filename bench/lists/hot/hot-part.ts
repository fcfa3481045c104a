import type { PartReport, Table } from '../../report.ts';
import type { CountedReads } from '../measure/count-reads.ts';
import type { StoreSize } from '../store/world.ts';
import { busiest, type KeyLoad, type KeyShare } from './key-load.ts';
import { mondayWrites } from './monday-writes.ts';
import { addReads, MONDAY_READS } from './read-load.ts';

/** DynamoDB's limits of one partition, units a second. */
const MOST_WRITE_UNITS = 1000;
const MOST_READ_UNITS = 3000;
const WRITE_RATES = [4, 8, 50];
/** Calls a second beside four commands a second, and beside fifty. */
const READ_RATES = [20, 250];
const SHOWN = 12;

/** Which keys a Monday morning makes hot, and how near they come to what a partition takes. */
export async function hotPart(size: StoreSize, counted: CountedReads | undefined): Promise<PartReport> {
  const { load, commands, submissions } = await mondayWrites(size);
  const writes = busiest(load, commands, SHOWN);
  const reads = counted && readShares(counted);
  return {
    title: `Hot partitions: Monday, 8 to 9 (${submissions} submissions, ${commands} commands)`,
    tables: [
      table('writes', writes, WRITE_RATES, MOST_WRITE_UNITS, 'WU'),
      ...(reads && reads.length > 0 ? [table('reads', reads, READ_RATES, MOST_READ_UNITS, 'RU')] : []),
    ],
    targets: [],
    figures: { submissions, commands, writes, reads: reads ?? [] },
  };
}

function readShares({ recorded }: CountedReads): KeyShare[] {
  const load: KeyLoad = new Map();
  let calls = 0;
  for (const [name, times] of Object.entries(MONDAY_READS)) {
    const made = recorded.get(name);
    if (!made) continue;
    calls += times;
    addReads(load, made, times / ASKINGS);
  }
  return calls === 0 ? [] : busiest(load, calls, SHOWN);
}

/** Askings of a call that were counted together. */
const ASKINGS = 16;

function table(
  what: string,
  shares: readonly KeyShare[],
  rates: readonly number[],
  limit: number,
  unit: string,
): Table {
  const per = what === 'writes' ? 'commands/s' : 'calls/s';
  return {
    head: [
      `busiest keys, ${what}`,
      'share',
      `${unit} each`,
      ...rates.map(rate => `${unit}/s at ${rate} ${per}`),
      `of ${limit}`,
    ],
    rows: shares.map(({ key, share, each }) => [
      key,
      `${(share * 100).toFixed(1)} %`,
      each.toFixed(2),
      ...rates.map(rate => (each * rate).toFixed(1)),
      `${(((each * (rates.at(-1) ?? 0)) / limit) * 100).toFixed(1)} %`,
    ]),
  };
}
