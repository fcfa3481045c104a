import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { loadResources } from '../../../local/assembly/load-resources.ts';
import { openDevKeys } from '../../../local/dev-tokens/dev-keys.ts';
import { PLACE } from '../../../local/host/place.ts';
import { tableSpec } from '../../../local/table/table-spec.ts';
import { localSettings, withoutQuotas } from '../../../start/local-settings.ts';
import { synthesize } from '../../../start/synthesize.ts';
import { countItems } from './counts.ts';
import { demandSpace } from './disk.ts';
import { storeFingerprint } from './fingerprint.ts';
import { foundation } from './foundation.ts';
import { makeDays } from './make-days.ts';
import { progressOf } from './progress.ts';
import { sortItems } from './sort-items.ts';
import type { StoreSize } from './world.ts';
import { writeItems } from './write-day.ts';
import { writeTableFile } from './write-table-file.ts';

/** A data folder of the embedded host with a store in it, and the application to be run on it. */
export interface BuiltStore {
  readonly data: string;
  readonly assembly: string;
  readonly tableName: string;
}

/** Builds the store in a folder, or goes on building it, or takes it as it is when it is what is wanted. */
export async function buildStore(
  size: StoreSize,
  { data, say }: { data: string; say: (line: string) => void },
): Promise<BuiltStore> {
  mkdirSync(join(data, 'table'), { recursive: true });
  const settings = localSettings(await openDevKeys(data), { quotas: withoutQuotas });
  const assembly = await synthesize({ dataFolder: data, settings, say });
  const spec = specIn(assembly);
  const built = { data, assembly, tableName: spec.name };
  const stamp = join(data, 'store.json');
  const file = join(data, 'table', 'table.db');
  const wanted = JSON.stringify({ fingerprint: storeFingerprint(size), table: spec.name });
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  const source = join(data, 'source');
  if (known !== wanted) {
    if (known !== undefined)
      say(`The store in ${data} is another one (size, seed, or code changed): it is built anew.`);
    for (const gone of [source, file, `${file}-wal`, `${file}-shm`])
      rmSync(gone, { recursive: true, force: true });
    writeFileSync(stamp, wanted);
  }
  if (existsSync(file)) {
    say(`The store of ${size.dossiers.toLocaleString('en')} dossiers in ${data} is there.`);
    return built;
  }
  say(demandSpace(data, size.dossiers));
  const folders = { items: join(source, 'items'), counts: join(source, 'counts') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const now = () => performance.now();
  const progress = progressOf({ what: 'dossiers made', whole: size.dossiers, say, now });
  const days = await makeDays(size, {
    folders,
    threads: Math.min(2, availableParallelism()),
    told: dossiers => progress(dossiers),
  });
  const [founded, counted] = [await foundation(size.seed), countItems(days)];
  writeItems(folders, 'foundation', founded);
  writeItems(folders, 'counts', counted);
  const items = days.reduce((sum, day) => sum + day.items, 0) + founded.length + counted.length;
  const sorted = join(source, 'sorted.json.gz');
  if (!existsSync(sorted)) {
    say(`Sorting ${items.toLocaleString('en')} items …`);
    await sortItems(folders.items, { into: sorted, scratch: source });
  }
  await writeTableFile({ items: sorted, count: items, spec, file }, (what, whole) =>
    progressOf({ what, whole, say, now }),
  );
  rmSync(source, { recursive: true, force: true });
  return built;
}

function specIn(assembly: string) {
  // Nothing of the table depends on where the host listens.
  const resources = loadResources({ folder: assembly, place: PLACE, apiUrl: '', awsUrl: '' });
  const [table] = resources.ofType('AWS::DynamoDB::Table');
  if (!table) throw new Error('The application has no table.');
  return tableSpec(table);
}
