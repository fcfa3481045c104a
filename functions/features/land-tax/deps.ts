import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { TaxOfficeConnection } from '../../../schemas/outside/tax-office.ts';
import type { TaxOffice, TaxOfficeMissed } from '../../domain/ports/tax-office.ts';
import type { AccessDeps } from '../../records/audit-log/record-reads.ts';
import type { ChangeDeps } from '../../records/dossiers/change-dossier.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { LandTaxStore } from '../../records/land-tax/land-tax-store.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';

/** What taking in a message of the tax office needs. */
export interface TakingDeps extends ChangeDeps {
  readonly landTax: LandTaxStore;
  /** Brings the machine up to date with the dossier; never fails, because the sweeper does it otherwise. */
  readonly wake: (head: DossierHead) => Promise<void>;
}

/** What sending slips, and asking about them, needs. */
export interface LineDeps extends TakingDeps {
  readonly organization: Pick<OrganizationStore, 'current'>;
  readonly office: TaxOffice;
  /** Says to operators that the tax office could not be reached. */
  readonly missed: (missed: TaxOfficeMissed) => void;
  /** Says to operators that what it told of a slip was refused: the code of the refusal, and nothing of the message. */
  readonly refused: (code: string) => void;
}

/** What officers, and messages of the tax office, need. */
export interface LandTaxDeps extends TakingDeps, AccessDeps {
  readonly keyring: () => Promise<Keyring>;
  /** Whether the deployment has a tax office. */
  readonly connected: boolean;
  /** By what its messages are believed; undefined where there is nothing yet. */
  readonly secret: () => Promise<Pick<TaxOfficeConnection, 'secret'> | undefined>;
}
