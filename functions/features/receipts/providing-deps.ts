import type { ReceiptProviderName } from '../../../schemas/money/receipt-provider.ts';
import type { ReceiptMissed, ReceiptProvider, ReceiptPutOff } from '../../domain/ports/receipt-provider.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { ReceiptRequestStore } from '../../records/money/receipt-request-store.ts';
import type { ReceiptStore } from '../../records/money/receipt-store.ts';
import type { Organization } from './bodies.ts';
import type { ReceiptFiles } from './receipt-files.ts';

/** What asking providers for receipts needs. */
export interface ProvidingDeps {
  readonly dossiers: DossierStore;
  readonly organization: Organization;
  readonly receipts: Pick<ReceiptStore, 'numbered'>;
  readonly requests: ReceiptRequestStore;
  readonly files: ReceiptFiles;
  readonly providers: Readonly<Record<ReceiptProviderName, ReceiptProvider>>;
  /** Tells operators that a provider could not be asked, or would not issue anything. */
  readonly missed: (provider: ReceiptProviderName, why: ReceiptMissed | ReceiptPutOff) => void;
  readonly now: () => number;
}
