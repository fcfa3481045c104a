import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DayCounts } from './counts.ts';
import { type Day, daysOf } from './days.ts';
import type { StoreSize } from './world.ts';
import { type SourceFolders, writtenDay } from './write-day.ts';

/**
 * Makes the days of a store that are not there yet, in threads. What was made before an interruption stays.
 *
 * @param told of every day made, with the dossiers that are there by now.
 */
export async function makeDays(
  size: StoreSize,
  { folders, threads, told }: { folders: SourceFolders; threads: number; told: (dossiers: number) => void },
): Promise<DayCounts[]> {
  const days = daysOf(size);
  const there = days.flatMap(day => writtenDay(folders, day) ?? []);
  const missing = days.filter(day => writtenDay(folders, day) === undefined);
  let dossiers = there.reduce((sum, day) => sum + day.dossiers, 0);
  told(dossiers);
  const work = async (): Promise<DayCounts[]> => {
    const made: DayCounts[] = [];
    if (missing.length === 0) return made;
    const worker = new Worker(new URL('./day-worker.ts', import.meta.url), { workerData: { size, folders } });
    for (let day: Day | undefined = missing.shift(); day; day = missing.shift()) {
      worker.postMessage(day);
      const [counts]: DayCounts[] = await once(worker, 'message');
      if (!counts) throw new Error(`The dossiers of ${day.date} could not be made.`);
      made.push(counts);
      dossiers += counts.dossiers;
      told(dossiers);
    }
    await worker.terminate();
    return made;
  };
  const made = await Promise.all(Array.from({ length: threads }, work));
  return [...there, ...made.flat()];
}
