import type { DossierStore } from '../dossiers/dossier-store.ts';
import type { MachineBook } from './execution-registry.ts';
import type { Machines } from './step-functions.ts';

/** What the functions that the state machine calls need. */
export interface MachineDeps {
  readonly dossiers: DossierStore;
  readonly book: MachineBook;
  readonly machines: Machines;
  readonly now: () => number;
}
