import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MachinePhase } from '../../../schemas/dossier/states.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';

/** The open task that the state machine waits on; consultations are answered inside one wait. */
export function waitingTask(head: Pick<DossierHead, 'tasks'>): PlannedTask | undefined {
  return head.tasks.find(task => task.phase !== 'consultation');
}

/** Where the machine that carries a dossier must be: waiting for its open task, making the result, or at an end. */
export function machinePhaseOf(head: DossierHead): MachinePhase {
  switch (head.handling) {
    case 'declined':
    case 'withdrawn':
    case 'stopped':
    case 'returned':
      return head.handling;
    default: {
      const phase = waitingTask(head)?.phase;
      return phase === undefined || phase === 'consultation' ? 'issue' : phase;
    }
  }
}
