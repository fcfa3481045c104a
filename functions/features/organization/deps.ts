import type { Keyring } from '../../records/keyring/keyring.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { WorkOf } from './unit-work.ts';

/** What units and officers need. */
export interface OrganizationDeps {
  readonly organization: OrganizationStore;
  readonly keyring: () => Promise<Keyring>;
  /** What is left to do in a unit, and what names it. */
  readonly workOf: WorkOf;
  /** Hands over what units that ended still have, as much as there is time for. */
  readonly moveEnded: () => Promise<void>;
}
