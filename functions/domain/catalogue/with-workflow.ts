import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import { dateOf, type Instant, toRfc3339 } from '../vietnam-time.ts';
import { contentHash } from './content-hash.ts';
import { settledState } from './settle-state.ts';

/** A procedure with a version of its workflow, in the resulting state; a changed procedure is a new version. */
export function withWorkflow(
  before: ProcedureVersion,
  { procedure, workflowVersion }: { readonly procedure: Procedure; readonly workflowVersion: number },
  now: Instant,
): ProcedureVersion {
  const { closedByHand } = before;
  const hash = contentHash(procedure);
  const changed = hash !== contentHash(before.procedure);
  return {
    ...before,
    ...(changed && { version: before.version + 1, contentHash: hash, recordedAt: toRfc3339(now) }),
    workflowVersion,
    procedure,
    ...settledState(procedure, workflowVersion, { closedByHand, today: dateOf(now) }),
  };
}
