import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { waitPhase } from '../../../schemas/dossier/states.ts';
import type { MachineOrder } from '../../../schemas/machine.ts';
import type { MachineRecord } from '../../../schemas/stored/execution.ts';
import { waitingTask } from '../../domain/dossier/waiting.ts';
import { firstOrder, orderFor, renewalOf } from '../../domain/machine/order.ts';
import { type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { ExecutionRegistry } from './execution-registry.ts';
import { startRound } from './start-round.ts';
import type { Machines } from './step-functions.ts';

export interface WakeDeps {
  readonly registry: ExecutionRegistry;
  readonly machines: Machines;
}

/**
 * Brings the machine up to its dossier after a committed change: starts the execution that was never started, or lets the one that
 * waits on a decided task go on. Safe to repeat. `not yet`: the machine is on its way to a wait and will see for itself.
 */
export async function wakeMachine(deps: WakeDeps, head: DossierHead): Promise<'up to date' | 'not yet'> {
  // What was only just submitted has no machine yet, and its record says nothing. Its first wait notes that it was started.
  if (head.version === 1) {
    await deps.machines.start(firstOrder(head, roundStart(head)));
    return 'not yet';
  }
  const record = await deps.registry.read(head.code);
  if (!record) return 'up to date';
  if (record.startedRound < head.round) return startMachine(deps, head);
  const order = orderFor(head, renewalOf(roundStart(head)));
  if (!(await tellWaiting(deps, head, order, record))) {
    // It may have been read before the change, and the machine have come to wait in between.
    const now = await deps.registry.read(head.code);
    if (!now || !(await tellWaiting(deps, head, order, now))) return 'not yet';
  }
  // A machine that goes on to a wait, or brings the result, notes it there, which ends its being behind.
  if (order.phase === 'issue' || waitPhase.safeParse(order.phase).success) return 'up to date';
  const told = await deps.registry.read(head.code);
  if (told) await deps.registry.told(head.code, told);
  return 'up to date';
}

/** Lets the machine go on that waits on a task which the dossier has left. */
async function tellWaiting(
  { machines }: WakeDeps,
  head: DossierHead,
  order: MachineOrder,
  { token, waitingOn }: MachineRecord,
): Promise<boolean> {
  if (token === undefined || waitingOn === waitingTask(head)?.id) return false;
  return (await machines.tell(token, order)) === 'told';
}

/**
 * Lets a machine that waits on the dossier’s open task wait anew, so that it plans its next alarm from the head as it is now. Its old token
 * stays in the registry until the new wait brings another.
 */
export async function nudgeMachine(deps: WakeDeps, head: DossierHead): Promise<void> {
  const record = await deps.registry.read(head.code);
  if (record?.token === undefined || record.waitingOn !== waitingTask(head)?.id) return;
  await deps.machines.tell(record.token, orderFor(head, renewalOf(roundStart(head))));
}

async function startMachine(deps: WakeDeps, head: DossierHead): Promise<'not yet'> {
  await startRound(deps, head);
  return 'not yet';
}

/** When the round that carries the dossier began. */
function roundStart(head: DossierHead): Instant {
  return parseInstant(head.roundStartedAt);
}
