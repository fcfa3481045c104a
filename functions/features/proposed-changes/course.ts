import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { ContentOf, StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import { unitsReplanned } from '../../records/proposed-changes/plan-replanning.ts';
import { transferPages } from '../../records/proposed-changes/plan-transfer.ts';
import { openDossiers } from '../../records/replanning/open-dossiers.ts';
import { replanDossier } from '../../records/replanning/replan-dossier.ts';
import { replanTarget } from '../../records/replanning/replan-target.ts';
import { moveDossier } from '../../records/succession/move-dossier.ts';
import type { CarryOnDeps } from './deps.ts';

/** What became of a dossier: others were changing it, or the change fails on it. */
export type Outcome = 'changed' | 'unchanged' | 'conflict' | 'failed';

/** How a change goes through dossiers. */
export interface Course {
  readonly pageOf: (place: {
    after: string | undefined;
    limit: number;
  }) => Promise<{ readonly codes: readonly string[]; readonly next: string | undefined }>;
  readonly change: (code: string) => Promise<Outcome>;
}

/** The course of a change through the dossiers it is about. */
export async function courseOf(
  deps: CarryOnDeps,
  { id, confirmedBy }: StoredProposedChange,
  content: ContentOf<'transfer' | 'replanning'>,
): Promise<Course> {
  const now = deps.clock();
  const actor: Actor = { kind: 'officer', id: confirmedBy ?? '', unit: null, role: 'administrator' };
  const by = () => ({ actor, now: deps.clock(), apply: true });
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
