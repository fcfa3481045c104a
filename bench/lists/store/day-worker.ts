// Makes days of a store in a thread of its own: takes a day, writes it, tells what it counts for, and waits for the next.
import { parentPort, workerData } from 'node:worker_threads';
import type { Day } from './days.ts';
import { benchKeyring } from './foundation.ts';
import { benchWorld, type StoreSize } from './world.ts';
import { type SourceFolders, writeDay } from './write-day.ts';

const { size, folders }: { size: StoreSize; folders: SourceFolders } = workerData;
const making = { world: benchWorld(size), keyring: await benchKeyring(size.seed) };
parentPort?.on('message', async (day: Day) => {
  parentPort?.postMessage(await writeDay(folders, day, making));
});
