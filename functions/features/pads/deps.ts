import type { AccessDeps } from '../../records/audit-log/record-reads.ts';
import type { ChangeDeps } from '../../records/dossiers/change-dossier.ts';
import type { FindingDeps } from '../../records/dossiers/find-dossier.ts';
import type { MakingDeps } from '../../records/forms/making-deps.ts';
import type { InkFiles } from '../../records/inks/ink-files.ts';
import type { PadStore } from '../../records/pads/pad-store.ts';

/** What taking handwriting on pads needs. */
export interface PadDeps extends AccessDeps, ChangeDeps, FindingDeps, MakingDeps {
  readonly dossiers: ChangeDeps['dossiers'];
  readonly rules: ChangeDeps['rules'];
  readonly inks: InkFiles;
  readonly pads: PadStore;
}
