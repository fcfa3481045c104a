import { sealEvents } from '../../domain/dossier/seal.ts';
import { executionName, firstOrder, readExecutionName } from '../../domain/machine/order.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { MachineDeps } from './machine-deps.ts';

const actor = { kind: 'system', mechanism: 'execution-watch' } as const;

/** Rounds a dossier may be carried on by itself; beyond them an operator must look first. */
const LAST_ROUND = 20;

/**
 * An execution ended FAILED, TIMED_OUT or ABORTED. Where it carried an open dossier, the loss is entered in the ledger and the next
 * round starts from the ledger, so that no dossier stands still unseen.
 */
export async function recoverExecution(
  deps: MachineDeps,
  execution: { readonly name: string; readonly status: string },
): Promise<'restarted' | 'nothing to do' | 'left to an operator'> {
  const { code, round } = readExecutionName(execution.name);
  for (;;) {
    const found = await deps.dossiers.find(code);
    if (!found || found.head.round !== round) return 'nothing to do';
    const { head, labels } = found;
    // An end state needs no machine; the loss is still told.
    const open = head.closedAt === null;
    const restart = open && round < LAST_ROUND;
    const next = executionName(code, round + 1);
    const events = [
      {
        data: { type: 'executionLost' as const, execution: execution.name, status: execution.status },
        opens: [],
        closes: [],
      },
      ...(restart
        ? [
            {
              data: { type: 'executionStarted' as const, execution: next, round: round + 1 },
              opens: [],
              closes: [],
            },
          ]
        : []),
    ];
    if (!open) return 'nothing to do';
    const outcome = sealEvents({ code, head }, events, { actor, now: deps.now() });
    if (await deps.dossiers.commit({ before: head, outcome, labels })) continue;
    if (!restart) return 'left to an operator';
    await deps.machines.start(firstOrder(outcome.head, parseInstant(outcome.head.roundStartedAt)));
    await deps.book.started(code, round + 1);
    return 'restarted';
  }
}
