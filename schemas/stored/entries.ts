import * as z from 'zod';
import { placed } from './places.ts';

/** The row an entry carries, as JSON text. */
export const rowText = z.string();

/** An entry in lists or work lists. */
export const entryItem = placed({ row: rowText });

/** A search entry of a dossier, as far as searches read it. */
export const foundEntry = z.object({
  /** The digest of the name's spelling. */
  spelled: z.string().optional(),
  /** The marks of the words of a long name. */
  words: z.string().optional(),
});
export const foundItem = placed({
  ...foundEntry.shape,
  /** The folding it was written with; absent for the first. */
  folding: z.int().optional(),
});

/** A share of the counts of a unit's open tasks, by what is counted. */
export const tallyItem = z.record(z.string(), z.int());
