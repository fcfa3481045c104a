import type { Keyring } from '../../records/keyring/keyring.ts';
import type { ExportLinks } from './export-links.ts';
import type { ExportStore } from './export-store.ts';

/** What asking for exports, and for how far they are, needs. */
export interface ExportDeps {
  readonly exports: ExportStore;
  readonly links: ExportLinks;
  /** Tells the worker that an export is to be made. */
  readonly order: (id: string) => Promise<void>;
  readonly keyring: () => Promise<Keyring>;
}
