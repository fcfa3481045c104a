import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MachinePhase } from '../../../schemas/dossier/states.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';

type Beside = 'consultation' | 'apology' | 'resultChange';

/** Whether a task runs beside the machine's wait: an opinion, the signature of an apology or of a changed result. */
export function isBeside({ phase }: Pick<PlannedTask, 'phase'>): boolean {
  return isBesidePhase(phase);
}

function isBesidePhase(phase: PlannedTask['phase']): phase is Beside {
  return phase === 'consultation' || phase === 'apology' || phase === 'resultChange';
}

/** The open task that the state machine waits on. */
export function waitingTask<T extends Pick<PlannedTask, 'phase'>>(head: {
  readonly tasks: readonly T[];
}): T | undefined {
  return head.tasks.find(task => !isBeside(task));
}

/** Where the machine of a dossier must be: waiting for its open task, making the result, or at an end. */
export function machinePhaseOf(head: DossierHead): MachinePhase {
  switch (head.handling) {
    case 'declined':
    case 'withdrawn':
    case 'stopped':
    case 'returned':
      return head.handling;
    default: {
      const phase = waitingTask(head)?.phase;
      return phase === undefined || isBesidePhase(phase) ? 'issue' : phase;
    }
  }
}
