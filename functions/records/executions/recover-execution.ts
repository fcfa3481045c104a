import type { NewEvent } from '../../domain/dossier/context.ts';
import { sealEvents } from '../../domain/dossier/seal.ts';
import { executionName, firstOrder, readExecutionName } from '../../domain/machine/order.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { MachineDeps } from './machine-deps.ts';

const actor = { kind: 'system', mechanism: 'execution-watch' } as const;

/**
 * An execution ended FAILED, TIMED_OUT or ABORTED. Where it carried an open dossier, the loss is entered in the ledger and the next
 * round starts from the ledger, so that no dossier stands still unseen.
 */
export async function recoverExecution(
  deps: MachineDeps,
  execution: { readonly name: string; readonly status: string },
): Promise<'restarted' | 'nothing to do'> {
  const { code, round } = readExecutionName(execution.name);
  for (;;) {
    const found = await deps.dossiers.find(code);
    if (!found || found.head.round !== round || found.head.closedAt !== null) return 'nothing to do';
    const { head, labels } = found;
    const next = { execution: executionName(code, round + 1), round: round + 1 };
    const events: NewEvent[] = [
      {
        data: { type: 'executionLost', execution: execution.name, status: execution.status },
        opens: [],
        closes: [],
      },
      { data: { type: 'executionStarted', ...next }, opens: [], closes: [] },
    ];
    const outcome = sealEvents({ code, head }, events, { actor, now: deps.now() });
    if (await deps.dossiers.commit({ before: head, outcome, labels })) continue;
    await deps.machines.start(firstOrder(outcome.head, parseInstant(outcome.head.roundStartedAt)));
    await deps.book.started(code, next.round);
    return 'restarted';
  }
}
