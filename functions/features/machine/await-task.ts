import type * as z from 'zod';
import type { awaitInput } from '../../../schemas/machine.ts';
import { orderFor } from '../../domain/machine/order.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { ExecutionRegistry } from '../../records/executions/execution-registry.ts';
import type { Machines } from '../../records/executions/step-functions.ts';

export interface AwaitDeps {
  readonly dossiers: Pick<DossierStore, 'find'>;
  readonly registry: Pick<ExecutionRegistry, 'attach'>;
  readonly machines: Pick<Machines, 'tell'>;
}

/**
 * The machine begins to wait on a task: its token is kept, so that the decision can resume it. If the decision came
 * first, the machine continues at once; so does an execution that starts in the middle, as the rounds after the first
 * do, because all begin with the wait for reception. A late call, for a wait already replaced by a later one, leaves
 * the later one alone.
 */
export async function awaitTask(
  deps: AwaitDeps,
  input: z.infer<typeof awaitInput>,
): Promise<'waiting' | 'overtaken' | 'sent on'> {
  const { task } = input;
  if (task !== null && input.order.phase === input.phase) {
    const { token, enteredAt, order } = input;
    const attached = await deps.registry.attach(input.dossier, {
      task,
      token,
      round: order.round,
      enteredAt,
    });
    if (attached !== 'moved') return attached;
  }
  const found = await deps.dossiers.find(input.dossier);
  if (!found) throw new Error(`The machine waits for ${input.dossier}, which does not exist.`);
  await deps.machines.tell(input.token, orderFor(found.head, input.order.renewAt));
  return 'sent on';
}
