import type { NewEvent } from '../../domain/dossier/context.ts';
import { executionName, readExecutionName } from '../../domain/machine/order.ts';
import { changeUnruled } from '../dossiers/change-dossier.ts';
import type { MachineDeps } from './machine-deps.ts';
import { startRound } from './start-round.ts';

const actor = { kind: 'system', mechanism: 'execution-watch' } as const;

/**
 * An execution ended FAILED, TIMED_OUT or ABORTED. If it carried an open dossier, the loss is entered in the ledger
 * and the next round starts from the ledger, so that no dossier is stuck unnoticed. If this fails, Lambda retries
 * with the same event, and the sweeper comes to the dossier with its next change.
 */
export function recoverExecution(
  deps: MachineDeps,
  execution: { readonly name: string; readonly status: string },
): Promise<'restarted' | 'nothing to do'> {
  const { code, round } = readExecutionName(execution.name);
  return changeUnruled<'restarted' | 'nothing to do'>(deps, {
    code,
    actor,
    now: deps.now,
    absent: () => 'nothing to do',
    decide({ head }) {
      if (head.round !== round || head.closedAt !== null) return { stands: 'nothing to do' };
      return { events: lost(execution, code, round + 1), answer: () => 'restarted' };
    },
    tell: ({ head }) => startRound(deps, head),
  });
}

function lost({ name, status }: { name: string; status: string }, code: string, round: number): NewEvent[] {
  const next = { execution: executionName(code, round), round };
  return [
    { data: { type: 'executionLost', execution: name, status }, opens: [], closes: [] },
    { data: { type: 'executionStarted', ...next }, opens: [], closes: [] },
  ];
}
