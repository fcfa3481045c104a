import * as z from 'zod';
import { dossierCode } from './codes/dossier-code.ts';
import { machinePhase, waitPhase } from './dossier/states.ts';
import { taskId } from './dossier/task.ts';
import { instantText } from './instant.ts';

/**
 * What the state machine is told: where to go next, the task it then waits on, and when to wake if nobody decides. It
 * is the input of an execution, and the output of every decision and of every function the machine calls. References
 * only, no content.
 */
export const machineOrder = z.strictObject({
  dossier: dossierCode,
  round: z.int().min(1),
  phase: machinePhase,
  task: taskId.nullable(),
  /** The next alarm, or the instant at which a long dossier continues in a new execution. */
  wakeAt: instantText,
  /** When this execution hands over to the next round: before the year that AWS allows it is over. */
  renewAt: instantText,
  /**
   * With `issue`: the result is returned as soon as it is made, and the execution ends there. Older machine
   * definitions ignore it.
   */
  returnsAtOnce: z.literal(true).optional(),
});
export type MachineOrder = z.infer<typeof machineOrder>;

/** What a waiting state passes to the function that keeps its token: the task, and the order it was entered with. */
export const awaitInput = z.strictObject({
  dossier: dossierCode,
  phase: waitPhase,
  /** Missing if an execution begins with an order that leads elsewhere. */
  task: taskId.nullable(),
  token: z.string().min(1),
  /** When the machine entered the wait: of two tokens the later wait's counts. */
  enteredAt: instantText,
  order: machineOrder,
});

/** What the machine passes to the function that issues results. */
export const orderInput = z.strictObject({ order: machineOrder });

/** What the machine passes to the alarm function: including its own ARN, to start the next round. */
export const alarmInput = z.strictObject({ order: machineOrder, stateMachine: z.string().min(1) });
