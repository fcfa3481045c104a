import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { forwardTargets } from './lint-graph.ts';

/** Whether a step is still to come for a dossier at another one: whether forward moves lead there. */
export function isAhead(workflow: Pick<Workflow, 'steps'>, from: string, step: string): boolean {
  if (from === step) return false;
  const reached = new Set([from]);
  for (const id of reached)
    for (const { id: here, ...rest } of workflow.steps)
      if (here === id) for (const target of forwardTargets({ id: here, ...rest })) reached.add(target);
  return reached.has(step);
}
