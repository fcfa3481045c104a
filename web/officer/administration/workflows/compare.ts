import type { Workflow } from '../../../api/generated.ts';
import type { Step } from './steps.ts';

const members = ['name', 'kind', 'unit', 'role', 'limit', 'decisions', 'sameOfficerAllowed'] as const;
export type ChangedMember = (typeof members)[number];

export interface Comparison {
  readonly added: readonly Step[];
  readonly removed: readonly Step[];
  readonly changed: readonly { readonly step: Step; readonly members: readonly ChangedMember[] }[];
  readonly reordered: boolean;
  readonly approval: boolean;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** How a draft differs from what is published, step by step. */
export function compare(published: Workflow, draft: Workflow): Comparison {
  const before = new Map(published.steps.map(step => [step.id, step]));
  const after = new Set(draft.steps.map(({ id }) => id));
  const changed = draft.steps.flatMap(step => {
    const old = before.get(step.id);
    const differing = old ? members.filter(member => !same(old[member], step[member])) : [];
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
    approval: published.approvedBy !== draft.approvedBy,
  };
}
