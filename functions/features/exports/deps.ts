import type { Keyring } from '../../records/keyring/keyring.ts';
import type { Quotas } from '../../records/quotas/quotas.ts';
import type { ExportLinks } from './export-links.ts';
import type { ExportStore } from './export-store.ts';

/** What requesting exports, and asking for their progress, needs. */
export interface ExportDeps {
  readonly exports: ExportStore;
  readonly links: ExportLinks;
  /** Queues an export for the worker. */
  readonly order: (id: string) => Promise<void>;
  readonly keyring: () => Promise<Keyring>;
  readonly quotas: Pick<Quotas, 'open'>;
}
