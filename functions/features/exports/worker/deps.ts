import type { Instant } from '../../../domain/vietnam-time.ts';
import type { OrganizationStore } from '../../../records/organization/organization-store.ts';
import type { ExportStore } from '../export-store.ts';
import type { ExportFiles } from './export-files.ts';
import type { SourceDeps } from './export-source.ts';

/** What making exports needs. */
export interface WorkerDeps extends SourceDeps {
  readonly exports: ExportStore;
  readonly files: ExportFiles;
  readonly organization: Pick<OrganizationStore, 'officer' | 'current' | 'version'>;
}

/** How one delivery of a message is processed. */
export interface Delivery {
  readonly now: () => Instant;
  /** Milliseconds until the function is stopped. */
  readonly remaining: () => number;
  /** Whether this is the last delivery. */
  readonly last: boolean;
}
