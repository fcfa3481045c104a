import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Workflow, WorkflowVersion } from '../../../schemas/catalogue/workflow.ts';
import { contentHash } from '../../domain/catalogue/content-hash.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../../records/catalogue/catalogue-store.ts';

/** Keeps a workflow as the next version, unless the current one is the same. */
export async function saveWorkflow(
  catalogue: Pick<CatalogueStore, 'workflow' | 'addWorkflow'>,
  workflow: Workflow,
  now: Instant,
): Promise<WorkflowVersion> {
  const current = await catalogue.workflow(workflow.procedure);
  const hash = contentHash(workflow);
  if (current?.contentHash === hash) return current;
  const next = {
    version: (current?.version ?? 0) + 1,
    contentHash: hash,
    recordedAt: toRfc3339(now),
    workflow,
  };
  if ((await catalogue.addWorkflow(next)) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: `Quy trình của thủ tục ${workflow.procedure} vừa được người khác thay đổi; hãy thử lại.`,
      en: `The workflow of ${workflow.procedure} was changed by somebody else meanwhile; try again.`,
    });
  }
  return next;
}
