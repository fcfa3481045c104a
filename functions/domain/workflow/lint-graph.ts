import type { StepDecision, Workflow, WorkflowStep } from '../../../schemas/catalogue/workflow.ts';

/**
 * Where a decision leads inside the workflow: a step, the end `decided`, or nowhere new (supplement, extension, stop,
 * consultation).
 */
export function targetOf(decision: StepDecision): string | undefined {
  return 'to' in decision ? decision.to : undefined;
}

/** Targets that move a dossier forward: all except sending back. */
export function forwardTargets(step: WorkflowStep): string[] {
  return step.decisions.flatMap(decision => {
    const target = targetOf(decision);
    return target === undefined || decision.decision === 'sendBack' ? [] : [target];
  });
}

/** Ids of all steps that can be reached from the start, and `decided` when it can. */
export function reachableFromStart(workflow: Workflow): Set<string> {
  return spread([workflow.start], id => stepsOf(workflow, id).flatMap(allTargets));
}

/** Ids of all steps from which `decided` can be reached. */
export function leadingToDecided(workflow: Workflow): Set<string> {
  return spread(['decided'], id =>
    workflow.steps.filter(step => allTargets(step).includes(id)).map(step => step.id),
  );
}

/** A path of steps from the start to `decided`, with the weights of its steps added up. */
export interface HeaviestPath {
  readonly steps: readonly WorkflowStep[];
  readonly weight: number;
}

/**
 * The heaviest path from the start to `decided` by forward moves; `circular` if forward moves form a loop, `none` if
 * no path arrives. Each step is weighed once, so that a workflow with many branches takes no longer than one without.
 */
export function heaviestForwardPath(
  workflow: Workflow,
  weigh: (step: WorkflowStep) => number,
): HeaviestPath | 'circular' | 'none' {
  const known = new Map<string, HeaviestPath | 'circular' | 'none' | 'underway'>([
    ['decided', { steps: [], weight: 0 }],
  ]);
  const from = (id: string): HeaviestPath | 'circular' | 'none' => {
    const found = known.get(id);
    if (found === 'underway') return 'circular';
    if (found !== undefined) return found;
    const [step] = stepsOf(workflow, id);
    if (step === undefined) return 'none';
    known.set(id, 'underway');
    let heaviest: HeaviestPath | 'circular' | 'none' = 'none';
    for (const target of new Set(forwardTargets(step))) {
      const onward = from(target);
      if (onward === 'circular') heaviest = 'circular';
      if (onward === 'circular' || onward === 'none' || heaviest === 'circular') continue;
      const weight = weigh(step) + onward.weight;
      if (heaviest === 'none' || weight > heaviest.weight)
        heaviest = { steps: [step, ...onward.steps], weight };
    }
    known.set(id, heaviest);
    return heaviest;
  };
  return from(workflow.start);
}

function allTargets(step: WorkflowStep): string[] {
  return step.decisions.flatMap(decision => targetOf(decision) ?? []);
}

function stepsOf(workflow: Workflow, id: string): WorkflowStep[] {
  return workflow.steps.filter(step => step.id === id);
}

function spread(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const id of reached) for (const onward of next(id)) reached.add(onward);
  return reached;
}
