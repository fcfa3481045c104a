import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
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
