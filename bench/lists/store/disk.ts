import { statfsSync } from 'node:fs';

/** Bytes a dossier takes in the table's file with all its indexes, and in the parts that it is made from: both are there for a while. */
const IN_TABLE = 42_000;
const IN_PARTS = 4000;
/** Left free for everybody else. */
const RESERVE = 2e9;

/** What a store will take, in bytes. */
export const spaceFor = (dossiers: number) => dossiers * (IN_TABLE + IN_PARTS);

export const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/** Refuses to begin a store that the disk cannot take. Throws with what is needed and what is there. */
export function demandSpace(folder: string, dossiers: number): string {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const needed = spaceFor(dossiers);
  const sentence = `${dossiers.toLocaleString('en')} dossiers take about ${gigabytes(needed)}; ${folder} has ${gigabytes(free)} free`;
  if (free < needed + RESERVE) {
    throw new Error(
      `${sentence}, and ${gigabytes(RESERVE)} must stay: choose another place with --data, or fewer with --dossiers.`,
    );
  }
  return `${sentence}.`;
}
