import type { StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import { doneAt } from '../../domain/proposed-changes/confirm.ts';
import { standsOnTrail } from '../../domain/proposed-changes/trail.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { errorFacts } from '../../kernel/lambda/error-facts.ts';
import { isCrowded } from '../../records/commands/refusals.ts';
import type { ProposedInFull } from '../../records/proposed-changes/proposed-change-store.ts';
import { type Course, courseOf, goesThroughEach, type Outcome } from './course.ts';
import type { CarryOnDeps } from './deps.ts';

/**
 * Dossiers changed at a time, because they share the counts of their units; after them progress
 * is kept and the time looked at.
 */
const AT_ONCE = 4;
/**
 * How often dossiers are gone through: what others changed at the same moment, or a fault held, may go
 * the next time. Lambda repeats a run that failed twice within minutes: so many last a quarter of an
 * hour, after which the alarm rings.
 */
const MOST_ROUNDS = 12;

/**
 * Carries a confirmed change on, as far as time allows. Every dossier is changed by an event of its own, and
 * what was done is not done again: so the next run goes on where one stopped, whatever stopped it. What is not
 * what was proposed is not carried out.
 */
export async function carryOn(
  deps: CarryOnDeps,
  { change, content }: ProposedInFull,
  until: Instant,
): Promise<ProposedInFull> {
  if (!standsOnTrail(change, content)) throw new Error(`${change.id} is not what was proposed`);
  if (!goesThroughEach(content)) return { change, content };
  const course = await courseOf(deps, change, content);
  let before = change;
  while (before.status === 'confirmed' && deps.clock() < until) {
    const page = await course.pageOf({ after: before.place ?? undefined, limit: AT_ONCE });
    const outcomes: Outcome[] = [];
    // A list may give more than it was asked for: all of it, so that the place after it is right.
    for (let start = 0; start < page.codes.length; start += AT_ONCE) {
      const some = page.codes.slice(start, start + AT_ONCE);
      outcomes.push(...(await Promise.all(some.map(code => outcomeOf(deps, change.id, course, code)))));
    }
    const after = progressed(before, outcomes, page.next, deps.clock());
    const written = await deps.proposedChanges.write([deps.proposedChanges.changing(before, after)]);
    // Another run goes on with it.
    if (!written) return (await deps.proposedChanges.find(change.id)) ?? { change: before, content };
    before = after;
    // What others were changing, and what failed, waits for the next run.
    if (before.place === null && before.progress.conflicts + before.progress.failed > 0) break;
  }
  return { change: before, content };
}

/** Changes a dossier; one that cannot be changed must not hold up the others. */
async function outcomeOf(
  { logger }: CarryOnDeps,
  change: string,
  course: Course,
  code: string,
): Promise<Outcome> {
  try {
    return await course.change(code);
  } catch (error) {
    if (isCrowded(error)) return 'conflict';
    logger.error('CHANGE_FAILED_ON_DOSSIER', { change, dossier: code, error: errorFacts(error) });
    return 'failed';
  }
}

/**
 * The change after a page of it. At the end of a round it is done, unless that changed something,
 * others were changing a dossier, or one failed: then once more, since units and lists may have
 * changed while they were gone through.
 */
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
    // Later rounds find unchanged what earlier ones did.
    unchanged: before.rounds > 0 ? before.progress.unchanged : before.progress.unchanged + count('unchanged'),
    conflicts: (begins ? 0 : before.progress.conflicts) + count('conflict'),
    failed: (begins ? 0 : before.progress.failed) + count('failed'),
  };
  const changedInRound = (begins ? 0 : before.changedInRound) + count('changed');
  const after = { ...before, progress, changedInRound, version: before.version + 1 };
  if (next !== undefined) return { ...after, place: next };
  const rounds = before.rounds + 1;
  const again = changedInRound + progress.conflicts + progress.failed > 0;
  if (again && rounds < MOST_ROUNDS) return { ...after, place: null, rounds };
  return { ...doneAt({ ...before, progress, changedInRound }, now), rounds };
}
