import type { DossierStore, NewDossier } from '../functions/records/dossiers/dossier-store.ts';
import type { LedgerEvent } from '../schemas/dossier/event.ts';
import type { DossierHead } from '../schemas/dossier/head.ts';

/** A change that was committed. */
export interface Committed {
  readonly before: DossierHead | undefined;
  readonly head: DossierHead;
  readonly events: readonly LedgerEvent[];
  /** Of a new dossier: whose it is. */
  readonly applicant: NewDossier['applicant'] | undefined;
}

/** Tells of every change the moment it is made, whatever becomes of the request that made it. */
export function watchedStore(store: DossierStore, watch: (committed: Committed) => void): DossierStore {
  return {
    ...store,
    async create(place, build) {
      const made = await store.create(place, build);
      if ('refused' in made) return made;
      const { outcome, applicant } = made;
      watch({ before: undefined, head: outcome.head, events: outcome.events, applicant });
      return made;
    },
    async commit(change) {
      const refusal = await store.commit(change);
      const { before, outcome } = change;
      if (!refusal) watch({ before, head: outcome.head, events: outcome.events, applicant: undefined });
      return refusal;
    },
  };
}
