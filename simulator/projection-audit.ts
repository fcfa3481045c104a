import { memoryItems } from '../functions/kernel/table/memory-items.ts';
import type { MemoryRecords } from '../functions/kernel/table/memory-records.ts';
import { compareCounts } from '../functions/records/projections/compare-counts.ts';
import { compareDossier } from '../functions/records/projections/compare-projections.ts';
import { keyring } from '../test/support/lifecycle/memory-province.ts';

/** What lists, work lists and searches keep of a dossier that its ledger does not say, or leave out of it. */
export async function projectionFaults(records: MemoryRecords, code: string): Promise<string[]> {
  const compared = await compareDossier(memoryItems(records), code, keyring);
  return (compared?.differences ?? []).map(
    ({ projection, fault, key }) => `${code}: ${projection}, ${fault}: ${key.pk} ${key.sk}`,
  );
}

/** What the work lists and counts of a unit say that the heads of its dossiers do not. */
export async function countFaults(records: MemoryRecords, unit: string): Promise<string[]> {
  const { orphans, differences } = await compareCounts(memoryItems(records), unit);
  return [
    ...orphans.map(({ key, dossier }) => `${dossier}: work, orphan: ${key.pk} ${key.sk}`),
    ...differences.map(({ key, moves }) => `${key.pk} ${key.sk}: off by ${JSON.stringify(moves)}`),
  ];
}
