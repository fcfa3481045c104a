import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { firstOrder } from '../../domain/machine/order.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { ExecutionRegistry } from './execution-registry.ts';
import type { Machines } from './step-functions.ts';

/**
 * Starts the execution of the dossier's current round and records it. Safe to repeat: an execution started by an
 * earlier try may have had another input, and catches up by itself. If it fails after the round was committed, the
 * dossier is marked as ahead of its machine, and the sweeper starts it.
 */
export async function startRound(
  {
    machines,
    registry,
  }: { readonly machines: Pick<Machines, 'start'>; readonly registry: Pick<ExecutionRegistry, 'started'> },
  head: DossierHead,
): Promise<void> {
  await machines.start(firstOrder(head, parseInstant(head.roundStartedAt)));
  await registry.started(head.code, head.round);
}
