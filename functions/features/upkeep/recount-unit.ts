import { AGAIN, briefly, retry } from '../../kernel/retry/retry.ts';
import { tooBusy } from '../../kernel/table/too-busy.ts';
import { compareCounts, mendCount, removeOrphan } from '../../records/projections/compare-counts.ts';
import type { UpkeepDeps } from './deps.ts';
import { type Faults, NO_FAULTS } from './found-faults.ts';

/**
 * Recounts the open tasks of a unit, and removes entries of its work lists that no dossier has. What others change in
 * the meantime is counted again, never overwritten.
 */
export async function recountUnit(
  { table }: Pick<UpkeepDeps, 'table'>,
  unit: string,
  onlyTell: boolean,
): Promise<Faults> {
  let first: Faults | undefined;
  const faults = await retry(
    async () => {
      const { orphans, differences } = await compareCounts(table, unit);
      first ??= { ...NO_FAULTS, work: orphans.length, counts: differences.length };
      if (onlyTell || orphans.length + differences.length === 0) return first;
      const mended = await Promise.all([
        ...orphans.map(orphan => removeOrphan(table, orphan)),
        ...differences.map(difference => mendCount(table, difference)),
      ]);
      return mended.every(done => done) ? first : AGAIN;
    },
    briefly,
    table.pauses,
  );
  if (faults === AGAIN) throw tooBusy();
  return faults;
}
