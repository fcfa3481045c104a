import { tallyChanges, tallyName } from '../../../functions/domain/lists/open-tasks.ts';
import { keys, shardOf, TALLY_SHARDS } from '../../../functions/records/keys/keys.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Item } from './capture.ts';

/** What a day adds to the counts that many dossiers share: of open tasks, and of results. */
export interface DayCounts {
  readonly dossiers: number;
  readonly items: number;
  /** By unit, shard and kind of task, with spaces between. */
  readonly tasks: Readonly<Record<string, number>>;
  /** The highest number given out, by agency and year. */
  readonly results: Readonly<Record<string, number>>;
}

/** Adds what a dossier counts for. */
export function countDossier(
  counts: { tasks: Record<string, number>; results: Record<string, number> },
  head: DossierHead,
  resultCount: number,
): void {
  const { tasks, results } = counts;
  for (const { unit, counted, by } of tallyChanges(undefined, head)) {
    const name = [unit, shardOf(head.code, TALLY_SHARDS), tallyName(counted)].join(' ');
    tasks[name] = (tasks[name] ?? 0) + by;
  }
  const [, agency, year] = /^(.+)-KQ(\d{4})-/.exec(head.result?.number ?? '') ?? [];
  if (agency === undefined) return;
  const register = `${agency} ${year}`;
  results[register] = Math.max(results[register] ?? 0, resultCount);
}

/** The items of the counts of all days together. */
export function countItems(days: readonly DayCounts[]): Item[] {
  const tallies = new Map<string, Record<string, unknown> & Item>();
  const registers = new Map<string, number>();
  for (const { tasks, results } of days) {
    for (const [name, count] of Object.entries(tasks)) {
      const [unit = '', shard = '', kind = ''] = name.split(' ');
      const key = keys.tally(unit, Number(shard));
      const tally = tallies.get(`${unit} ${shard}`) ?? key;
      const known: unknown = Reflect.get(tally, kind);
      tallies.set(`${unit} ${shard}`, { ...tally, [kind]: (typeof known === 'number' ? known : 0) + count });
    }
    for (const [register, count] of Object.entries(results))
      registers.set(register, Math.max(registers.get(register) ?? 0, count));
  }
  const counters = [...registers].map(([register, count]) => {
    const [agency = '', year = ''] = register.split(' ');
    return { ...keys.resultNumber(agency, year), count };
  });
  return [...tallies.values(), ...counters];
}
