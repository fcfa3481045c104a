/** The day before the one that it is in Viet Nam. */
export const dayBefore = (now: number): string =>
  new Date(now + (7 - 24) * 3_600_000).toISOString().slice(0, 10);
