import type { ProcedureFee } from '../../domain/money/figures/payable-online.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { DepositStore } from '../../records/money/deposit-store.ts';
import type { Channel } from '../../records/money/dossier-channels.ts';
import type { DrawerStore } from '../../records/money/drawer-store.ts';
import type { PaymentStore } from '../../records/money/payment-store.ts';
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

/** What paying cash in at the treasury needs. */
export interface DepositDeps extends Pick<MoneyDeps, 'organization'> {
  readonly deposits: DepositStore;
  readonly payments: Pick<PaymentStore, 'named'>;
}

/** What figures of payment need. */
export interface StatisticsDeps extends Pick<MoneyDeps, 'organization' | 'transfers'> {
  readonly payments: Pick<PaymentStore, 'named' | 'all'>;
  readonly channels: (codes: readonly string[]) => Promise<ReadonlyMap<string, Channel>>;
  readonly procedureFees: () => Promise<readonly ProcedureFee[]>;
}
