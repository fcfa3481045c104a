import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { nextWorkflow } from '../../domain/catalogue/next-workflow.ts';
import { settledState } from '../../domain/catalogue/settle-state.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import type { CatalogueStore } from '../catalogue/catalogue-store.ts';
import type { CountOpen } from '../lists/dossier-counts.ts';
import { changedPlaces } from './changed-places.ts';
import { demandProcedure } from './plan-closing.ts';

export interface WorkflowPlanDeps {
  readonly catalogue: Pick<CatalogueStore, 'procedure' | 'workflow'>;
  readonly countOpen: CountOpen;
}

/** What another workflow means: new dossiers follow it, open ones keep theirs. The linter has looked at it before. */
export async function planWorkflow(
  { catalogue, countOpen }: WorkflowPlanDeps,
  { procedure, workflow }: ContentOf<'workflow'>,
): Promise<Plan> {
  const [published, current, dossiers] = await Promise.all([
    demandProcedure(catalogue, procedure),
    catalogue.workflow(procedure),
    countOpen(procedure),
  ]);
  const differences = changedPlaces(current?.workflow ?? {}, workflow);
  return {
    preview: { dossiers, among: dossiers, exact: true, differences },
    basis: digestOf({ version: published.version, workflowVersion: current?.version ?? null }),
  };
}

/** Publishes a workflow with its procedure, as it is afterwards, and whatever else belongs to it, or nothing of it. */
export async function publishWith(
  catalogue: Pick<CatalogueStore, 'workflow' | 'addingWorkflow' | 'saveProcedure'>,
  { before, workflow }: { readonly before: ProcedureVersion; readonly workflow: Workflow },
  now: Instant,
  also: readonly NamedWrite[] = [],
): Promise<'saved' | 'conflict'> {
  const current = await catalogue.workflow(workflow.procedure);
  const next = nextWorkflow(current, workflow, now);
  const { closedByHand, procedure } = before;
  const after = {
    ...before,
    workflowVersion: next.version,
    ...settledState(procedure, next.version, { closedByHand, today: dateOf(now) }),
  };
  const steps = next === current ? [] : catalogue.addingWorkflow(next);
  return catalogue.saveProcedure(after, 'replace', [...steps, ...also]);
}
