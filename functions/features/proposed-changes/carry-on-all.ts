import type { Instant } from '../../domain/vietnam-time.ts';
import { errorFacts } from '../../kernel/lambda/error-facts.ts';
import { carryOn } from './carry-on.ts';
import type { CarryOnDeps } from './deps.ts';

/** Read at a time. */
const PAGE = 100;

/**
 * Carries on every confirmed change that is not done, the newest first; tells how many were done, and how many are
 * left. Throws at its end where a change, or a dossier of one, failed: all others have been carried on by then.
 */
export async function carryOnAll(
  deps: CarryOnDeps,
  until: Instant,
): Promise<{ readonly done: number; readonly left: number }> {
  let [done, left] = [0, 0];
  const failed: string[] = [];
  for (let before: string | undefined; ; ) {
    const page = await deps.proposedChanges.page(before, PAGE);
    for (const { id } of page.filter(({ status }) => status === 'confirmed')) {
      const change = await carriedOn(deps, id, until);
      if (change?.status === 'done') done++;
      else left++;
      if (!change || change.progress.failed > 0) failed.push(id);
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) break;
    before = last.id;
  }
  if (failed.length === 0) return { done, left };
  throw new Error(`${failed.join(', ')} could not be carried on whole; ${done} done, ${left} left`);
}

/** A change carried on; undefined where it fails. */
async function carriedOn(deps: CarryOnDeps, id: string, until: Instant) {
  try {
    const found = await deps.proposedChanges.find(id);
    return found && (await carryOn(deps, found, until)).change;
  } catch (error) {
    deps.logger.error('CHANGE_FAILED', { change: id, error: errorFacts(error) });
    return undefined;
  }
}
