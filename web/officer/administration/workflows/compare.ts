import type { Workflow } from '../../../api/generated.ts';
import type { Step } from './steps.ts';

export type StepMember = Exclude<keyof Step, 'id'>;
export type WorkflowMember = Exclude<keyof Workflow, 'procedure' | 'steps'>;

// As records, so that the compiler asks for a member that workflows get.
const ofSteps: Readonly<Record<StepMember, true>> = {
  name: true,
  kind: true,
  unit: true,
  role: true,
  limit: true,
  sameOfficerAllowed: true,
  decisions: true,
};
const ofWorkflows: Readonly<Record<WorkflowMember, true>> = {
  start: true,
  approvedBy: true,
  supplementLimit: true,
  paymentLimit: true,
  collectionLimit: true,
  registry: true,
};
const stepMembers = Object.keys(ofSteps) as StepMember[];
const workflowMembers = Object.keys(ofWorkflows) as WorkflowMember[];

export interface Comparison {
  readonly added: readonly Step[];
  readonly removed: readonly Step[];
  readonly changed: readonly { readonly step: Step; readonly members: readonly StepMember[] }[];
  readonly reordered: boolean;
  /** What differs beside the steps. */
  readonly members: readonly WorkflowMember[];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** How a draft differs from what is published, step by step. */
export function compare(published: Workflow, draft: Workflow): Comparison {
  const before = new Map(published.steps.map(step => [step.id, step]));
  const after = new Set(draft.steps.map(({ id }) => id));
  const changed = draft.steps.flatMap(step => {
    const old = before.get(step.id);
    const differing = old ? stepMembers.filter(member => !same(old[member], step[member])) : [];
    return differing.length > 0 ? [{ step, members: differing }] : [];
  });
  return {
    added: draft.steps.filter(({ id }) => !before.has(id)),
    removed: published.steps.filter(({ id }) => !after.has(id)),
    changed,
    reordered: !same(
      published.steps.map(({ id }) => id).filter(id => after.has(id)),
      draft.steps.map(({ id }) => id).filter(id => before.has(id)),
    ),
    members: workflowMembers.filter(member => !same(published[member], draft[member])),
  };
}
