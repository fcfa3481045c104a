import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { LedgerError } from './ledger-error.ts';

type Archiving = Extract<EventData, { type: 'archived' | 'legalHoldSet' | 'legalHoldLifted' }>;

/** What becomes of a dossier's head once it reached the archive, is held there, or is no longer held. */
export function afterArchiving(
  data: Archiving,
  { at, actor, dossier, seq }: LedgerEvent,
): Pick<DossierHead, 'archive'> | Pick<DossierHead, 'legalHold'> {
  switch (data.type) {
    case 'archived': {
      const { batch, retention, until } = data;
      return { archive: { batch, retention, until, at } };
    }
    case 'legalHoldSet':
      if (actor.kind !== 'officer')
        throw new LedgerError(`${dossier}: entry ${seq} is a hold by a ${actor.kind}`);
      return { legalHold: { by: actor.id, at } };
    case 'legalHoldLifted':
      return { legalHold: null };
  }
}
