import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { ContentOf, StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import { doneAt } from '../../domain/proposed-changes/confirm.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { unitsReplanned } from '../../records/proposed-changes/plan-replanning.ts';
import { transferPages } from '../../records/proposed-changes/plan-transfer.ts';
import type { ProposedInFull } from '../../records/proposed-changes/proposed-change-store.ts';
import { openDossiers } from '../../records/replanning/open-dossiers.ts';
import { replanDossier } from '../../records/replanning/replan-dossier.ts';
import { replanTarget } from '../../records/replanning/replan-target.ts';
import { moveDossier } from '../../records/succession/move-dossier.ts';
import type { CarryOnDeps } from './deps.ts';

type Outcome = 'changed' | 'unchanged' | 'conflict';
type Page = { readonly codes: readonly string[]; readonly next: string | undefined };

/** How a change goes through dossiers. */
interface Course {
  readonly pageOf: (place: { after: string | undefined; limit: number }) => Promise<Page>;
  readonly change: (code: string) => Promise<Outcome>;
}

/** Dossiers of a page, after which progress is kept; changed this many at a time, because they share the counts of their units. */
const PAGE = 50;
const AT_ONCE = 4;
/** How often dossiers are gone through that others were changing at the same moment. */
const MOST_ROUNDS = 5;

/**
 * Carries a confirmed change on, as far as time allows. Every dossier is changed by an event of its own, and what was done is not done
 * again: so the next run goes on where one stopped, whatever stopped it.
 */
export async function carryOn(
  deps: CarryOnDeps,
  { change, content }: ProposedInFull,
  until: Instant,
): Promise<ProposedInFull> {
  if (content.kind !== 'transfer' && content.kind !== 'replanning') return { change, content };
  const course = await courseOf(deps, change, content);
  let before = change;
  while (before.status === 'confirmed' && deps.clock() < until) {
    const page = await course.pageOf({ after: before.place ?? undefined, limit: PAGE });
    const outcomes: Outcome[] = [];
    for (let start = 0; start < page.codes.length; start += AT_ONCE) {
      const some = page.codes.slice(start, start + AT_ONCE);
      outcomes.push(...(await Promise.all(some.map(course.change))));
    }
    const after = progressed(before, outcomes, page.next, deps.clock());
    const written = await deps.proposedChanges.write([deps.proposedChanges.changing(before, after)]);
    // Another run goes on with it.
    if (!written) return (await deps.proposedChanges.find(change.id)) ?? { change: before, content };
    before = after;
    // What others were changing waits for the next run.
    if (before.place === null) break;
  }
  return { change: before, content };
}

async function courseOf(
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
    const units = await unitsReplanned(deps.organization, content.unit);
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

/** The change after a page of it; at its end done, unless others were changing a dossier: then once more. */
function progressed(
  before: StoredProposedChange,
  outcomes: readonly Outcome[],
  next: string | undefined,
  now: Instant,
): StoredProposedChange {
  const count = (wanted: Outcome) => outcomes.filter(outcome => outcome === wanted).length;
  const begins = before.place === null;
  const progress = {
    changed: before.progress.changed + count('changed'),
    unchanged: (begins ? 0 : before.progress.unchanged) + count('unchanged'),
    conflicts: (begins ? 0 : before.progress.conflicts) + count('conflict'),
  };
  const after = { ...before, progress, version: before.version + 1 };
  if (next !== undefined) return { ...after, place: next };
  const rounds = before.rounds + 1;
  if (progress.conflicts > 0 && rounds < MOST_ROUNDS) return { ...after, place: null, rounds };
  return { ...doneAt({ ...before, progress }, now), rounds };
}
