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
 * Brings the machine up to date with its dossier after a committed change: starts a missing execution, or resumes one
 * that waits on a decided task. Safe to repeat. `not yet`: the machine is on its way to a wait and will find out
 * itself.
 */
export async function wakeMachine(deps: WakeDeps, head: DossierHead): Promise<'up to date' | 'not yet'> {
  // A dossier that was just submitted has no machine yet, and its record is empty. Its first wait records the start.
  if (head.version === 1) {
    await deps.machines.start(firstOrder(head, roundStart(head)));
    return 'not yet';
  }
  const record = await deps.registry.read(head.code);
  if (!record) return 'up to date';
  if (record.startedRound < head.round) return startMachine(deps, head);
  const order = orderFor(head, renewalOf(roundStart(head)));
  if (!(await tellWaiting(deps, head, order, record))) {
    // The record may have been read before the change, and the machine may have begun to wait in between.
    const now = await deps.registry.read(head.code);
    if (!now || !(await tellWaiting(deps, head, order, now))) return 'not yet';
  }
  // A machine that reaches a wait, or brings the result, records that, and is then no longer behind.
  if (order.phase === 'issue' || waitPhase.safeParse(order.phase).success) return 'up to date';
  const told = await deps.registry.read(head.code);
  if (told) await deps.registry.told(head.code, told);
  return 'up to date';
}

/** Resumes the machine that waits on a task the dossier has left. */
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
 * Makes a machine that waits on the dossier’s open task wait anew, so that it plans its next alarm from the current
 * head. Its old token stays in the registry until the new wait brings another.
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
