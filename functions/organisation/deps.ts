import type { OrganisationStore } from '../platform/organisation/organisation-store.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { WorkOf } from './unit-work.ts';

/** What units and officers need. */
export interface OrganisationDeps {
  readonly organisation: OrganisationStore;
  readonly keyring: () => Promise<Keyring>;
  /** What is left to do in a unit, and what names it. */
  readonly workOf: WorkOf;
  /** Hands over what units that ended still have, as much as there is time for. */
  readonly moveEnded: () => Promise<void>;
}
