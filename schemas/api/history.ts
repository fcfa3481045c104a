import * as z from 'zod';
import { shownActor } from '../dossier/actor.ts';
import { type EventData, eventData, ledgerEvent, taskClosing } from '../dossier/event.ts';
import { shownTask } from '../dossier/task.ts';

/** An event in which members may be left out. */
export type Partly<D extends { type: string }> = D extends unknown ? Pick<D, 'type'> & Partial<D> : never;

const kinds = eventData.options.map(kind => {
  const { type, ...members } = kind.shape;
  return z.strictObject({ type, ...z.object(members).partial().shape });
});

/**
 * A ledger entry as shown to its reader. Hashes are those of the complete entry, so that a partly withheld entry
 * still proves its place in the chain.
 */
export const historyEntry = z
  .strictObject({
    ...ledgerEvent.shape,
    actor: shownActor,
    opens: z.array(shownTask),
    closes: z.array(taskClosing.partial({ decision: true })),
    // One schema per kind of event, with the same names: typed like the originals.
    data: z.discriminatedUnion('type', kinds as [(typeof kinds)[0], ...typeof kinds]) as unknown as z.ZodType<
      Partly<EventData>
    >,
    withheld: z.array(z.string()).optional().meta({
      description:
        'JSON pointers of what is withheld from this reader: officers’ internal notes, and their accounts until the dossier is decided or ended. Absent when the entry is complete',
    }),
  })
  .meta({
    id: 'HistoryEntry',
    description:
      'Entry of the dossier’s ledger. `previous` is the hash of the entry before; `hash` is the SHA-256 of the canonical JSON (RFC 8785 order of keys) of the entry without `hash`. If something is withheld, the hash cannot be recomputed from what is shown, but `previous` of the next entry still proves its place; officers who handle the dossier and auditors can verify the whole ledger',
  });
