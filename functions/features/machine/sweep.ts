import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { machinePhaseOf } from '../../domain/dossier/waiting.ts';
import { executionName } from '../../domain/machine/order.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { MachineDeps } from '../../records/executions/machine-deps.ts';
import { wakeMachine } from '../../records/executions/wake-machine.ts';

export interface SweepDeps extends MachineDeps {
  /** Notified of each dossier that failed. */
  readonly failed?: (code: string, error: unknown) => void;
  /** Starts a new execution for a dossier from its ledger, in the next round. */
  readonly recover: (execution: { name: string; status: string }) => Promise<unknown>;
}

/** A machine counts as behind only after this long, in milliseconds. */
const PATIENCE = 30_000;

/** Dossiers handled per sweep; the next sweep takes the rest. */
const AT_ONCE = 400;

/** The figures of a sweep. */
export interface SweepReport {
  readonly behind: number;
  readonly woken: number;
  readonly restarted: number;
  readonly failed: number;
}

/**
 * Wakes machines that were not told of a decision: the call was lost, the execution was never started, or it ended
 * without its dossier. A failure does not hold up the others; it is retried in the next sweep.
 */
export async function sweep(deps: SweepDeps): Promise<SweepReport> {
  const codes = await deps.registry.behindSince(toRfc3339(deps.now() - PATIENCE), AT_ONCE);
  const counts = { woken: 0, restarted: 0, failed: 0 };
  for (const code of codes) {
    try {
      const outcome = await lookAfter(deps, code);
      if (outcome !== 'waits') counts[outcome] += 1;
    } catch (error) {
      counts.failed += 1;
      deps.failed?.(code, error);
    }
  }
  return { behind: codes.length, ...counts };
}

async function lookAfter(deps: SweepDeps, code: string): Promise<'woken' | 'restarted' | 'waits'> {
  const found = await deps.dossiers.find(code);
  if (!found) return 'waits';
  const before = await deps.registry.read(code);
  const started = (before?.startedRound ?? 0) >= found.head.round;
  if ((await wakeMachine(deps, found.head)) === 'up to date') return 'woken';
  if (!started) {
    // The next sweep checks it again, unless it has begun to wait by then.
    await deps.registry.started(code, found.head.round);
    return 'woken';
  }
  const status = await deps.machines.status(code, found.head.round);
  if (status === 'running') {
    // Making a result may take hours: machines that are really behind must not queue behind it.
    if (before && machinePhaseOf(found.head) === 'issue') await deps.registry.told(code, before);
    return 'waits';
  }
  return restart(deps, found.head, status === 'unknown' ? 'UNKNOWN' : 'ENDED');
}

async function restart(deps: SweepDeps, head: DossierHead, status: string): Promise<'restarted' | 'woken'> {
  if (head.closedAt !== null) {
    const record = await deps.registry.read(head.code);
    if (record) await deps.registry.told(head.code, record);
    return 'woken';
  }
  await deps.recover({ name: executionName(head.code, head.round), status });
  return 'restarted';
}
