import type { Actor } from '../../../schemas/dossier/actor.ts';
import type {
  ChangeContent,
  ContentOf,
  StoredProposedChange,
} from '../../../schemas/stored/proposed-change.ts';
import { unitsReplanned } from '../../records/proposed-changes/plan-replanning.ts';
import { templatePages } from '../../records/proposed-changes/plan-template.ts';
import { transferPages } from '../../records/proposed-changes/plan-transfer.ts';
import { openDossiers } from '../../records/replanning/open-dossiers.ts';
import { replanDossier } from '../../records/replanning/replan-dossier.ts';
import { replanTarget } from '../../records/replanning/replan-target.ts';
import { moveDossier } from '../../records/succession/move-dossier.ts';
import { giveWorkflow } from '../../records/workflow-templates/give-workflow.ts';
import type { CarryOnDeps } from './deps.ts';

/** What became of a dossier or procedure: others were changing it, or the change fails on it. */
export type Outcome = 'changed' | 'unchanged' | 'conflict' | 'failed';

/** How a change goes through dossiers, or a workflow template through procedures. */
export interface Course {
  readonly pageOf: (place: {
    after: string | undefined;
    limit: number;
  }) => Promise<{ readonly codes: readonly string[]; readonly next: string | undefined }>;
  readonly change: (code: string) => Promise<Outcome>;
}

type Each = ContentOf<'transfer' | 'replanning' | 'workflowTemplate'>;

/** Whether a change goes through what it is about one by one; the others are in force at once. */
export function goesThroughEach(content: ChangeContent): content is Each {
  return ['transfer', 'replanning', 'workflowTemplate'].includes(content.kind);
}

/** The course of a change through what it is about. */
export async function courseOf(
  deps: CarryOnDeps,
  { id, confirmedBy }: StoredProposedChange,
  content: Each,
): Promise<Course> {
  const now = deps.clock();
  const actor: Actor = { kind: 'officer', id: confirmedBy ?? '', unit: null, role: 'administrator' };
  const by = () => ({ actor, now: deps.clock(), apply: true });
  if (content.kind === 'workflowTemplate')
    return {
      pageOf: templatePages(deps, content),
      change: code => giveWorkflow(deps.catalogue, content.order, code, deps.clock()),
    };
  if (content.kind === 'replanning') {
    const found = await replanTarget(deps.workCalendars, content.cause);
    const target = { ...found, proposedChange: id };
    const units = unitsReplanned(await deps.organization.current(), content.unit);
    return {
      pageOf: place => openDossiers(deps, units, place),
      change: async code => (await replanDossier(deps, code, target, by())).outcome,
    };
  }
  const { ended, to } = content;
  const organisationVersion = (await deps.organization.current())?.version ?? 1;
  const move = { ended, to, organisationVersion, proposedChange: id };
  return {
    pageOf: transferPages(deps, content, now),
    async change(code) {
      const moved = await moveDossier(deps, code, move, by());
      if (!moved) return 'unchanged';
      return moved.outcome === 'conflict' ? 'conflict' : 'changed';
    },
  };
}
