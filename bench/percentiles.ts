/** Of measured values: how many there are, and the smallest one that a share of them does not exceed. Same unit as the values. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

/** The nearest-rank percentile of sorted values: never a value that was not measured. Undefined of none. */
export function percentile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function median(values: readonly number[]): number {
  return spreadOf(values).p50;
}

/** NaN where nothing was measured, so that no figure comes of nothing. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => percentile(sorted, share) ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
}
