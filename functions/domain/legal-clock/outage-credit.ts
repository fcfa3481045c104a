import type { Instant } from '../vietnam-time.ts';
import type { Interruption } from './interruptions.ts';

/** A time in which the system was unavailable; still ongoing without `to`. */
export type Outage = { readonly from: Instant; readonly to?: Instant };

/**
 * A dossier's interruptions with outages credited: each outage becomes a `resume` pause where the clock was running.
 * Time in which it was paused anyway, and time before the clock's start, is not credited. Interruptions must be in
 * order and not overlap; outages may be in any order and overlap.
 */
export function creditOutages(question: {
  start: Instant;
  interruptions: readonly Interruption[];
  outages: readonly Outage[];
  by?: string;
}): Interruption[] {
  const { start, interruptions, outages, by } = question;
  const result: Interruption[] = [...interruptions];
  for (const outage of outages) {
    for (const free of uncovered({ from: Math.max(start, outage.from), to: endOf(outage) }, result)) {
      const to = free.to === Number.POSITIVE_INFINITY ? {} : { to: free.to };
      result.push({ from: free.from, ...to, resume: 'resume', reason: 'outage', ...(by && { by }) });
      result.sort((a, b) => a.from - b.from || endOf(a) - endOf(b));
    }
  }
  return result;
}

type Stretch = { from: Instant; to: Instant };

const endOf = (stretch: Outage): Instant => stretch.to ?? Number.POSITIVE_INFINITY;

/** The parts of a time span that none of the ordered spans covers. */
function uncovered(stretch: Stretch, covered: readonly Outage[]): Stretch[] {
  const parts: Stretch[] = [];
  let from = stretch.from;
  for (const cover of covered) {
    if (endOf(cover) <= from || cover.from >= stretch.to) continue;
    if (cover.from > from) parts.push({ from, to: cover.from });
    from = Math.max(from, endOf(cover));
  }
  if (from < stretch.to) parts.push({ from, to: stretch.to });
  return parts;
}
