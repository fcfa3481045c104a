import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { handoverOf } from '../../domain/organization/handover.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { Backlog } from '../succession/backlog.ts';
import { type MoveDeps, moveDossier } from '../succession/move-dossier.ts';
import { countTouched } from './plan-each.ts';

export interface TransferPlanDeps extends MoveDeps {
  readonly organization: Pick<OrganizationStore, 'current' | 'officersNamed'>;
  readonly backlog: Backlog;
  readonly inTime: () => boolean;
}

/**
 * The pages of dossiers that a transfer goes through: those it names, by how many came before,
 * or all that are open in a unit.
 */
export function transferPages(
  { backlog }: Pick<TransferPlanDeps, 'backlog'>,
  { of, dossiers }: ContentOf<'transfer'>,
  now: Instant,
) {
  return async (place: { after: string | undefined; limit: number }) => {
    if (!dossiers) return backlog(of, { ...place, now });
    const from = Number(place.after ?? 0);
    const to = from + place.limit;
    return { codes: dossiers.slice(from, to), next: to < dossiers.length ? String(to) : undefined };
  };
}

/** What handing over means: an event in each dossier that the unit still has. */
export async function planTransfer(
  deps: TransferPlanDeps,
  content: ContentOf<'transfer'>,
  now: Instant,
): Promise<Plan> {
  const { ended, to, of } = content;
  const asked = { to, from: of === ended ? undefined : of, dossiers: content.dossiers ?? undefined };
  // The days of units pass without another version: what could be proposed may be refused when it is confirmed.
  const move = handoverOf(await deps.organization.current(), ended, asked, now);
  const by = { actor: { kind: 'system', mechanism: 'preview' }, now, apply: false } as const;
  const preview = await countTouched(
    transferPages(deps, content, now),
    async code => (await moveDossier(deps, code, move, by)) !== undefined,
    deps.inTime,
  );
  return { preview, basis: digestOf({ units: move.organisationVersion }) };
}
