import type { Difference } from '../../domain/money/reconciliation/reconciliation.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import { type Compared, compareDay } from './compare-day.ts';
import type { ComparingDeps } from './deps.ts';

/** A comparison as it is shown; `until` is null where it was made just now, and not kept. */
export interface Comparison {
  readonly run: Compared['run'];
  readonly open: readonly Difference[];
  readonly cleared: readonly Difference[];
  readonly until: string | null;
}

/** The comparison of a day as it was kept; of today, before the night, as it would be now. */
export async function comparisonOf(deps: ComparingDeps, day: string, now: Instant): Promise<Comparison> {
  const kept = await deps.reconciliations.find(day);
  if (kept) {
    const { open, cleared } = await deps.reconciliations.differences(kept);
    return { run: kept, open, cleared, until: kept.until };
  }
  if (day !== dateOf(now)) throw nothingHere();
  const { run, result } = await compareDay(deps, day, now);
  return { run, open: result.differences, cleared: result.cleared, until: null };
}
