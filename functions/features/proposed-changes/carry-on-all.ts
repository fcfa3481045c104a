import type { Instant } from '../../domain/vietnam-time.ts';
import { carryOn } from './carry-on.ts';
import type { CarryOnDeps } from './deps.ts';

/** Read at a time. */
const PAGE = 100;

/** Carries on every confirmed change that is not done, the newest first; tells how many were done, and how many are left. */
export async function carryOnAll(
  deps: CarryOnDeps,
  until: Instant,
): Promise<{ readonly done: number; readonly left: number }> {
  let [done, left] = [0, 0];
  for (let before: string | undefined; ; ) {
    const page = await deps.proposedChanges.page(before, PAGE);
    for (const { id } of page.filter(({ status }) => status === 'confirmed')) {
      const found = await deps.proposedChanges.find(id);
      const { change } = found ? await carryOn(deps, found, until) : {};
      if (change?.status === 'done') done++;
      else left++;
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) return { done, left };
    before = last.id;
  }
}
