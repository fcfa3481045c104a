import type { Workflow } from '../../../api/generated.ts';

export type Step = Workflow['steps'][number];
export type Decision = Step['decisions'][number];
export type DecisionName = Decision['decision'];
export type Limit = Step['limit'];
export type LimitUnit = Limit['unit'];
export type Option<Name extends DecisionName> = Extract<Decision, { readonly decision: Name }>;

/** Where a decision leads: a step, the end (`decided`), or nowhere. */
export const targetOf = (decision: Decision): string | undefined =>
  'to' in decision ? decision.to : undefined;

/** A step with a decision in place of what it said of that decision. */
export const withDecision = (step: Step, decision: Decision): Step => ({
  ...step,
  decisions: step.decisions.map(each => (each.decision === decision.decision ? decision : each)),
});

export const withoutDecision = (step: Step, name: DecisionName): Step => ({
  ...step,
  decisions: step.decisions.filter(({ decision }) => decision !== name),
});

/** A step that also allows a decision, which leads to `to` where it leads anywhere. */
export function allowing(step: Step, decision: DecisionName, to: string): Step {
  return { ...step, decisions: [...step.decisions, madeDecision(decision, to)] };
}

function madeDecision(decision: DecisionName, to: string): Decision {
  if (decision === 'pause') return { decision, kinds: [] };
  if (decision === 'consult') return { decision, agencies: [] };
  if (decision === 'requestSupplement' || decision === 'extend' || decision === 'stop') return { decision };
  return { decision, to };
}

/** A step that whoever handled the dossier may sign, on the ground of a law; without one, that they may not. */
export function withSameOfficer(step: Step, legalBasis: string | undefined): Step {
  const { sameOfficerAllowed: _, ...rest } = step;
  return legalBasis === undefined ? rest : { ...rest, sameOfficerAllowed: { legalBasis } };
}

/** The workflow with a step in place of another, of the same id. */
export const withStep = (workflow: Workflow, step: Step): Workflow => ({
  ...workflow,
  steps: workflow.steps.map(each => (each.id === step.id ? step : each)),
});

/** The workflow with a new step at its end, whose id no other has. */
export function withNewStep(workflow: Workflow, name: string): Workflow {
  const ids = new Set(workflow.steps.map(({ id }) => id));
  let number = ids.size + 1;
  while (ids.has(`step${number}`)) number++;
  const step: Step = {
    id: `step${number}`,
    name,
    kind: 'work',
    unit: 'competent',
    role: 'handler',
    limit: { amount: 1, unit: 'workingDay' },
    decisions: [],
  };
  return { ...workflow, steps: [...workflow.steps, step] };
}

/** Without a step. Decisions that led there stay, so that the check of the API shows them. */
export const withoutStep = (workflow: Workflow, id: string): Workflow => ({
  ...workflow,
  steps: workflow.steps.filter(step => step.id !== id),
});

/** With a step one place up (-1) or down (1). */
export function movedStep(workflow: Workflow, id: string, by: -1 | 1): Workflow {
  const from = workflow.steps.findIndex(step => step.id === id);
  const step = workflow.steps[from];
  const other = workflow.steps[from + by];
  if (!step || !other) return workflow;
  const steps = [...workflow.steps];
  steps[from] = other;
  steps[from + by] = step;
  return { ...workflow, steps };
}
