import type { DossierCommandDeps } from '../dossiers/change-dossier.ts';
import type { ExecutionRegistry } from './execution-registry.ts';
import type { Machines } from './step-functions.ts';

/** What the functions that the state machine calls need. */
export interface MachineDeps extends DossierCommandDeps {
  readonly registry: ExecutionRegistry;
  readonly machines: Machines;
  readonly now: () => number;
}
