import { questionOf } from '../../domain/lists/dossier-filters.ts';
import { allTasksOf } from '../../domain/lists/task-filters.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { DossierLists } from '../lists/dossier-lists.ts';
import type { WorkList } from '../lists/work-list.ts';

/** A page of a unit's dossiers, and where the next one begins. */
export interface BacklogPage {
  readonly codes: readonly string[];
  readonly next: string | undefined;
}

/**
 * What is still open in a unit: dossiers with tasks there, and those it received or decides. A dossier may be named
 * more than once.
 */
export type Backlog = (
  unit: string,
  place: { readonly after: string | undefined; readonly limit: number; readonly now: Instant },
) => Promise<BacklogPage>;

/** In this order: urgent work comes first. */
const STAGES = ['tasks', 'undecided', 'decided'] as const;
type Stage = (typeof STAGES)[number];

export function openBacklog(deps: {
  readonly workList: Pick<WorkList, 'page'>;
  readonly lists: Pick<DossierLists, 'page'>;
}): Backlog {
  async function read(
    stage: Stage,
    unit: string,
    place: { after: string | undefined; limit: number; now: Instant },
  ) {
    if (stage === 'tasks') {
      const { items, next } = await deps.workList.page(allTasksOf(unit), place);
      return { codes: items.map(({ dossier }) => dossier), next };
    }
    const question = questionOf(
      stage === 'decided' ? { handling: ['decided'] } : { open: 'true' },
      place.now,
    );
    const { items, next } = await deps.lists.page({ kind: 'unit', unit }, question, place);
    return { codes: items.map(({ code }) => code), next };
  }
  return async (unit, { after, limit, now }) => {
    const { stage, position } = readPlace(after);
    const { codes, next } = await read(stage, unit, { after: position, limit, now });
    const following = STAGES[STAGES.indexOf(stage) + 1];
    return {
      codes: [...new Set(codes)],
      next: next !== undefined ? `${stage} ${next}` : following && `${following} `,
    };
  };
}

function readPlace(after: string | undefined): { stage: Stage; position: string | undefined } {
  const stage = STAGES.find(one => after?.startsWith(`${one} `)) ?? STAGES[0];
  return { stage, position: after?.slice(stage.length + 1) || undefined };
}
