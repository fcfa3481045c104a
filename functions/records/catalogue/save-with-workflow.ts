import type { Procedure, ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { nextWorkflow } from '../../domain/catalogue/next-workflow.ts';
import { withWorkflow } from '../../domain/catalogue/with-workflow.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { CatalogueStore } from './catalogue-store.ts';

/**
 * Saves a procedure with the workflow that new dossiers follow from now on, and `also` in the same transaction.
 * Where both are as they were, and nothing else is to be saved, nothing is written.
 */
export async function saveWithWorkflow(
  catalogue: Pick<CatalogueStore, 'workflow' | 'addingWorkflow' | 'saveProcedure'>,
  before: ProcedureVersion,
  { procedure, workflow }: { readonly procedure: Procedure; readonly workflow: Workflow },
  now: Instant,
  also: readonly NamedWrite[] = [],
): Promise<'saved' | 'unchanged' | 'conflict'> {
  const current = await catalogue.workflow(procedure.code);
  const steps = nextWorkflow(current, workflow, now);
  const after = withWorkflow(before, { procedure, workflowVersion: steps.version }, now);
  const isNew = after.version !== before.version;
  const writes = [...(steps === current ? [] : catalogue.addingWorkflow(steps)), ...also];
  if (writes.length === 0 && !isNew && before.workflowVersion === steps.version) return 'unchanged';
  return catalogue.saveProcedure(after, isNew ? 'add' : 'replace', writes);
}
