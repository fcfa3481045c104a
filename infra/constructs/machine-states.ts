import type { MachinePhase, MachineWait } from '../../schemas/dossier/states.ts';

/**
 * The waits of the state machine, by the names an officer would give them. An execution keeps the definition that it started with, for up
 * to eleven months: a wait must be here a release before the first dossier that waits in it.
 */
export const waitingStates: Readonly<Record<MachineWait, string>> = {
  reception: 'Await reception',
  supplement: 'Await supplement',
  payment: 'Await payment',
  step: 'Await step',
  consultations: 'Await consultations',
  signature: 'Await signature',
  seal: 'Await seal',
  collection: 'Await collection',
  others: 'Await others',
};

/** The ends, by the phase that leads to them. */
export const endingStates = {
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  stopped: 'Stopped',
  returned: 'Returned',
  continued: 'Continued in the next round',
} as const satisfies Partial<Record<MachinePhase, string>>;
