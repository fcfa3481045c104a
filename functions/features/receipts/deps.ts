import type { AccessDeps } from '../../records/audit-log/record-reads.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { ReceiptRequestStore } from '../../records/money/receipt-request-store.ts';
import type { ReceiptStore } from '../../records/money/receipt-store.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { ReceiptLinks } from './receipt-files.ts';

/** What showing and correcting receipts needs. */
export interface ReceiptDeps extends AccessDeps {
  readonly dossiers: DossierStore;
  readonly organization: Pick<OrganizationStore, 'current' | 'version' | 'officer'>;
  readonly receipts: Pick<ReceiptStore, 'ofDay' | 'summary'>;
  readonly requests: Pick<ReceiptRequestStore, 'find'>;
  readonly links: ReceiptLinks;
  readonly keyring: () => Promise<Keyring>;
}
