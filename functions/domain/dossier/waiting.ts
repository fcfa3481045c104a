import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MachinePhase } from '../../../schemas/dossier/states.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';

/** Whether a task is done beside the wait of the machine: an opinion that is asked for, an apology that is signed. */
export function isBeside({ phase }: Pick<PlannedTask, 'phase'>): boolean {
  return phase === 'consultation' || phase === 'apology';
}

/** The open task that the state machine waits on. */
export function waitingTask(head: Pick<DossierHead, 'tasks'>): PlannedTask | undefined {
  return head.tasks.find(task => !isBeside(task));
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
      return phase === undefined || phase === 'consultation' || phase === 'apology' ? 'issue' : phase;
    }
  }
}
