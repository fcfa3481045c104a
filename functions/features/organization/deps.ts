import type { Keyring } from '../../records/keyring/keyring.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { WorkOf } from '../../records/organization/unit-work.ts';
import type { ProposedChangeStore } from '../../records/proposed-changes/proposed-change-store.ts';

/** What units and officers need. */
export interface OrganizationDeps {
  readonly organization: OrganizationStore;
  readonly proposedChanges: ProposedChangeStore;
  readonly keyring: () => Promise<Keyring>;
  /** The work left in a unit, and what names the unit. */
  readonly workOf: WorkOf;
  /** Hands over what ended units still have, as far as time allows. */
  readonly moveEnded: () => Promise<void>;
}
