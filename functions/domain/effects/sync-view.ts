import type * as z from 'zod';
import type { partySync } from '../../../schemas/api/dossier.ts';
import type { StoredCursor } from '../../../schemas/stored/cursor.ts';
import { isOutsideParty } from './own-consumers.ts';

/** The sync state of a dossier: how far each outside party has been told, by name. */
export function syncView(
  version: number,
  cursors: ReadonlyMap<string, StoredCursor>,
): z.infer<typeof partySync>[] {
  const told = [...cursors].filter(([party]) => isOutsideParty(party));
  return told.map(([party, { seq, waitingSince }]) => ({
    party,
    state: waitingSince === undefined ? (seq < version ? 'behind' : 'done') : 'waiting',
    toldUpTo: seq,
    waitingSince: waitingSince ?? null,
  }));
}
