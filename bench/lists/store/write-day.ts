import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Keyring } from '../../../functions/records/keyring/keyring.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import type { Item } from './capture.ts';
import { countDossier, type DayCounts } from './counts.ts';
import { type Day, WORKING_DAYS } from './days.ts';
import { exportLine } from './dynamo-json.ts';
import { dossierItems } from './items.ts';
import { planDay } from './plan-day.ts';
import { walk } from './walk.ts';
import type { World } from './world.ts';

/** Where the parts of a store are kept until they are in its table. */
export interface SourceFolders {
  /** Exported items, a file a day. */
  readonly items: string;
  /** What each day counts for. */
  readonly counts: string;
}

const itemsFile = ({ items }: SourceFolders, name: string) => join(items, `${name}.json.gz`);
const countsFile = ({ counts }: SourceFolders, name: string) => join(counts, `${name}.json`);

/** What a day that is there counts for; undefined for one that is still to be made. */
export function writtenDay(folders: SourceFolders, { date }: Pick<Day, 'date'>): DayCounts | undefined {
  if (!existsSync(itemsFile(folders, date))) return undefined;
  return JSON.parse(readFileSync(countsFile(folders, date), 'utf8'));
}

/** Makes all dossiers of a day and writes their items. A day is there wholly or not at all. */
export async function writeDay(
  folders: SourceFolders,
  day: Day,
  { world, keyring }: { world: World; keyring: Keyring },
): Promise<DayCounts> {
  const maker = dossierItems(keyring);
  const lines: string[] = [];
  const counts = { tasks: {}, results: {} };
  const numbers = new Map<string, number>();
  const plans = planDay(world, day, WORKING_DAYS);
  for (const plan of plans) {
    const outcome = walk(plan, world.seed, keyring);
    countDossier(counts, outcome.head, plan.resultCount);
    numbers.set(plan.receivingUnit, (numbers.get(plan.receivingUnit) ?? 0) + 1);
    for (const item of await maker.of(plan, outcome)) lines.push(exportLine(item));
  }
  for (const [agency, count] of numbers)
    lines.push(exportLine({ ...keys.dossierNumber(agency, day.date), count }));
  const written: DayCounts = { dossiers: plans.length, items: lines.length, ...counts };
  writeFileSync(countsFile(folders, day.date), JSON.stringify(written));
  writeLines(itemsFile(folders, day.date), lines);
  return written;
}

/** Writes items that belong to no day. */
export function writeItems(folders: SourceFolders, name: string, items: readonly Item[]): void {
  writeLines(itemsFile(folders, name), items.map(exportLine));
}

function writeLines(file: string, lines: readonly string[]): void {
  const partial = `${file}.partial`;
  writeFileSync(partial, gzipSync(lines.join(''), { level: 1 }));
  renameSync(partial, file);
}
