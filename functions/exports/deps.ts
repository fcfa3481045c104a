import type { ExportStore } from '../platform/exports/export-store.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { ExportLinks } from './export-links.ts';

/** What asking for exports, and for how far they are, needs. */
export interface ExportDeps {
  readonly exports: ExportStore;
  readonly links: ExportLinks;
  /** Tells the worker that an export is to be made. */
  readonly order: (id: string) => Promise<void>;
  readonly keyring: () => Promise<Keyring>;
}
