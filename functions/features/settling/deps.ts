import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { GatewayMissed, PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import type { ReadXml } from '../../domain/ports/xml.ts';
import type { ChangeDeps } from '../../records/dossiers/change-dossier.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { PaymentStore } from '../../records/money/payment-store.ts';
import type { MoneyReconciliations } from '../../records/money/reconciliation-store.ts';
import type { StatementStore } from '../../records/money/statement-store.ts';

/** What settling payments by statements needs. */
export interface SettlingDeps {
  readonly payments: PaymentStore;
  readonly statements: StatementStore;
  /** Starts a timer that says whether there is time for more. */
  readonly timer: () => () => boolean;
}

export interface StatementDeps extends SettlingDeps {
  /** The unit that answers for the province’s money: its own. */
  readonly agency: string;
  readonly readXml: ReadXml;
}

/** What comparing a day with gateways and the treasury needs. */
export interface ComparingDeps extends Pick<SettlingDeps, 'payments' | 'statements'> {
  readonly reconciliations: MoneyReconciliations;
  /** Undefined where the deployment is not connected with it. */
  readonly platform: PaymentGateway | undefined;
  /** Counts, for operators, that the platform could not be asked. */
  readonly missed: (missed: GatewayMissed) => void;
}

/** Files of reports, each kept for a day. */
export interface ReportFiles {
  /** Keeps a file under a key that tells its content, and gives a link to it. */
  keep(
    key: string,
    body: Buffer,
    file: { readonly fileName: string; readonly contentType: string },
  ): Promise<string>;
}

export interface ReportDeps {
  readonly files: ReportFiles;
}

/** What giving money of nobody to a dossier needs. */
export interface AssigningDeps extends ChangeDeps {
  readonly payments: PaymentStore;
  readonly agency: string;
  readonly keyring: () => Promise<Keyring>;
  /** Brings the machine up to date with the dossier; never fails, because the sweeper does it otherwise. */
  readonly wake: (head: DossierHead) => Promise<void>;
}
