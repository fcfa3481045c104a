import type { DossierCommandDeps } from '../dossiers/change-dossier.ts';
import type { MachineBook } from './execution-registry.ts';
import type { Machines } from './step-functions.ts';

/** What the functions that the state machine calls need. */
export interface MachineDeps extends DossierCommandDeps {
  readonly book: MachineBook;
  readonly machines: Machines;
  readonly now: () => number;
}
