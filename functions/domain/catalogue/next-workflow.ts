import type { Workflow, WorkflowVersion } from '../../../schemas/catalogue/workflow.ts';
import { type Instant, toRfc3339 } from '../vietnam-time.ts';
import { contentHash } from './content-hash.ts';

/** A workflow as the version after the current one; the current one itself if it says the same. */
export function nextWorkflow(
  current: WorkflowVersion | undefined,
  workflow: Workflow,
  now: Instant,
): WorkflowVersion {
  const hash = contentHash(workflow);
  if (current?.contentHash === hash) return current;
  return {
    version: (current?.version ?? 0) + 1,
    contentHash: hash,
    recordedAt: toRfc3339(now),
    workflow,
  };
}
