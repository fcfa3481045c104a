/**
 * How long effects take from their event, counted in buckets that can be summed over hours and functions. Bucket `n`
 * holds lags above the previous bound and up to its own, in milliseconds.
 */
export const LAG_BOUNDS = [
  100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000, 14_400_000,
  86_400_000,
] as const;

/** Counts by bucket; the last is for lags above every bound. */
export type LagCounts = readonly number[];

/** The bucket of a lag in milliseconds. */
export function lagBucket(lag: number): number {
  const bucket = LAG_BOUNDS.findIndex(bound => lag <= bound);
  return bucket < 0 ? LAG_BOUNDS.length : bucket;
}

/** Counts of lags, added to others. */
export function addLags(counts: LagCounts, lags: readonly number[]): LagCounts {
  const sums = Array.from({ length: LAG_BOUNDS.length + 1 }, (_, bucket) => counts[bucket] ?? 0);
  for (const lag of lags) {
    const bucket = lagBucket(lag);
    sums[bucket] = (sums[bucket] ?? 0) + 1;
  }
  return sums;
}

/** Sums of counts. */
export function sumOfLags(all: readonly LagCounts[]): LagCounts {
  return Array.from({ length: LAG_BOUNDS.length + 1 }, (_, bucket) =>
    all.reduce((sum, counts) => sum + (counts[bucket] ?? 0), 0),
  );
}

/**
 * The lag that a share of the effects stayed within, in milliseconds: the bound of its bucket, so never less than the
 * true value. Null if there were none; Infinity beyond the last bound.
 */
export function lagPercentile(counts: LagCounts, share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let passed = 0;
  for (const [bucket, count] of counts.entries()) {
    passed += count;
    if (passed >= share * total) return LAG_BOUNDS[bucket] ?? Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}
