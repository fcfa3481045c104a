import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { DrawerStore } from '../../records/money/drawer-store.ts';
import type { TransfersRead } from '../../records/money/transfers-read.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/** What refunds, drawers and sums need. */
export interface MoneyDeps {
  readonly dossiers: DossierStore;
  readonly organization: Pick<OrganizationStore, 'current' | 'officer'>;
  readonly keyring: () => Promise<Keyring>;
  readonly drawers: DrawerStore;
  readonly transfers: TransfersRead;
}
