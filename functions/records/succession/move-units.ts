import type { Actor } from '../../../schemas/dossier/actor.ts';
import { successionOf } from '../../domain/organization/succession.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { Backlog } from './backlog.ts';
import { type Move, type MoveDeps, moveDossier } from './move-dossier.ts';

export interface MoveUnitsDeps extends MoveDeps {
  readonly organization: Pick<OrganizationStore, 'current' | 'officersNamed'>;
  readonly backlog: Backlog;
  readonly clock: () => Instant;
}

/** What was handed over in a run. */
export interface MovesMade {
  readonly moved: number;
  /** Dossiers changed by others at the same moment; the next run retries them. */
  readonly conflicts: number;
  /** Whether every ended unit was completed; otherwise the next run continues. */
  readonly complete: boolean;
  /** Ended units with work left and no successor. */
  readonly stranded: readonly string[];
}

const actor: Actor = { kind: 'system', mechanism: 'succession' };

/** Dossiers read per page; moved this many at a time, because they share the counts of two units. */
const PAGE = 100;
const AT_ONCE = 4;

/**
 * Hands over what ended units still have to their successors; the first successor takes whatever was not assigned to
 * another. Repeatable: what was handed over is in no list of the old unit any more, so the next run continues an
 * interrupted one.
 */
export async function moveEndedUnits(deps: MoveUnitsDeps, until: Instant): Promise<MovesMade> {
  const current = await deps.organization.current();
  const now = deps.clock();
  const succession = successionOf(current?.units ?? [], dateOf(now));
  const made = { moved: 0, conflicts: 0, complete: true };
  for (const ended of succession.succeeded) {
    const move = { ended, to: succession.successorOf(ended), organisationVersion: current?.version ?? 1 };
    if (!(await moveUnit(deps, move, until, made))) return { ...made, complete: false, stranded: [] };
  }
  return { ...made, stranded: await stillWithWork(deps, succession.abandoned, now) };
}

/** Processes a unit; false if time ran out before its end. */
async function moveUnit(
  deps: MoveUnitsDeps,
  move: Move,
  until: Instant,
  made: { moved: number; conflicts: number },
): Promise<boolean> {
  for (let after: string | undefined; ; ) {
    const { codes, next } = await deps.backlog(move.ended, { after, limit: PAGE, now: deps.clock() });
    for (let start = 0; start < codes.length; start += AT_ONCE) {
      const now = deps.clock();
      if (now >= until) return false;
      const some = codes.slice(start, start + AT_ONCE);
      const outcomes = await Promise.all(
        some.map(code => moveDossier(deps, code, move, { actor, now, apply: true })),
      );
      made.moved += outcomes.filter(one => one?.outcome === 'moved').length;
      made.conflicts += outcomes.filter(one => one?.outcome === 'conflict').length;
    }
    if (next === undefined) return true;
    after = next;
  }
}

async function stillWithWork(
  { backlog }: Pick<MoveUnitsDeps, 'backlog'>,
  units: readonly string[],
  now: Instant,
): Promise<string[]> {
  const left: string[] = [];
  for (const unit of units) {
    for (let after: string | undefined; ; ) {
      const { codes, next } = await backlog(unit, { after, limit: 1, now });
      if (codes.length > 0) left.push(unit);
      if (codes.length > 0 || next === undefined) break;
      after = next;
    }
  }
  return left;
}
