import type { Workflow, WorkflowVersion } from '../../../schemas/catalogue/workflow.ts';
import { contentHash } from '../../domain/catalogue/content-hash.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../../records/catalogue/catalogue-store.ts';

/** Saves a workflow as the next version, unless it equals the current one. */
export async function saveWorkflow(
  catalogue: Pick<CatalogueStore, 'workflow' | 'addWorkflow'>,
  workflow: Workflow,
  now: Instant,
): Promise<WorkflowVersion | 'conflict'> {
  const current = await catalogue.workflow(workflow.procedure);
  const hash = contentHash(workflow);
  if (current?.contentHash === hash) return current;
  const next = {
    version: (current?.version ?? 0) + 1,
    contentHash: hash,
    recordedAt: toRfc3339(now),
    workflow,
  };
  return (await catalogue.addWorkflow(next)) === 'conflict' ? 'conflict' : next;
}
