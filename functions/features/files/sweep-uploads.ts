import { DAY, dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { FileStore } from '../../records/files/file-store.ts';
import type { StoredUploads } from './stored-uploads.ts';

/**
 * A file's record goes seven days after it was declared unless a dossier took it, but the table may take days longer to drop it. Days
 * are looked at from the ninth on, for a week, so that neither that nor nights on which nothing ran leave anything behind.
 */
const FIRST_AGE = 9;
const NIGHTS = 7;

export interface SweepDeps {
  readonly files: Pick<FileStore, 'findAll'>;
  readonly uploads: StoredUploads;
}

export interface Swept {
  readonly looked: number;
  readonly removed: number;
}

/** The days whose uploads are looked at by a run. */
export function sweptDays(now: Instant): string[] {
  return Array.from({ length: NIGHTS }, (_, night) => dateOf(now - (FIRST_AGE + night) * DAY));
}

/**
 * Removes the objects of a day whose record is gone. Without its record a file can never be bound to a dossier, so that nothing which
 * happens at the same time can make the removal wrong; one that was taken has its record for ever.
 */
export async function sweepUploads({ files, uploads }: SweepDeps, day: string): Promise<Swept> {
  let looked = 0;
  let removed = 0;
  for await (const objects of uploads.ofDay(day)) {
    const known = new Set((await files.findAll(objects.map(({ id }) => id))).map(({ id }) => id));
    const unused = objects.filter(({ id }) => !known.has(id));
    await uploads.remove(unused.map(({ key }) => key));
    looked += objects.length;
    removed += unused.length;
  }
  return { looked, removed };
}
