import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { BankNoticesConnection } from '../../../schemas/outside/bank-notice.ts';
import type { PaymentConnection } from '../../../schemas/outside/payment-connection.ts';
import type { GatewayMissed, PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import type { ChangeDeps } from '../../records/dossiers/change-dossier.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { PaymentStore } from '../../records/money/payment-store.ts';
import type { RefusedNotices } from '../../records/money/refused-notices.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/** What taking in a payment needs. */
export interface ConfirmingDeps extends ChangeDeps {
  readonly payments: PaymentStore;
  /** The unit in whose accounts money is that belongs to nobody yet: the province's own. */
  readonly agency: string;
  /** Brings the machine up to date with the dossier; never fails, because the sweeper does it otherwise. */
  readonly wake: (head: DossierHead) => Promise<void>;
}

/** What asking the platform about payments needs. */
export interface AskingDeps extends ConfirmingDeps {
  /** Undefined where the deployment is not connected with it. */
  readonly platform: PaymentGateway | undefined;
  /** For the payee, whom the platform is told of. */
  readonly organization: Pick<OrganizationStore, 'current'>;
  /** Counts, for operators, that the platform could not be asked. */
  readonly missed: (missed: GatewayMissed) => void;
}

/** What payments by link, and notices, need. */
export interface PaymentDeps extends AskingDeps {
  readonly refused: Pick<RefusedNotices, 'keep'>;
  readonly keyring: () => Promise<Keyring>;
  /** By what notices of the platform, and of banks, are believed; undefined where there is nothing yet. */
  readonly platformSecret: () => Promise<Pick<PaymentConnection, 'secret' | 'partner'> | undefined>;
  readonly bankSecrets: () => Promise<BankNoticesConnection | undefined>;
}
