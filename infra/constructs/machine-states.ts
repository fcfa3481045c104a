import type { MachinePhase, WaitPhase } from '../../schemas/dossier/states.ts';

/**
 * The waits of the state machine, under names officers would use. An execution keeps its definition for up to eleven
 * months: a wait must be released here one version before the first dossier waits in it.
 */
export const waitingStates: Readonly<Record<WaitPhase, string>> = {
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
