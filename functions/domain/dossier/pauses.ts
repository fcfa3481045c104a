import type { ClockPause } from '../../../schemas/dossier/head.ts';
import { creditOutages } from '../legal-clock/outage-credit.ts';
import { parseInstant, toRfc3339 } from '../vietnam-time.ts';

/** Starts a pause of the legal clock. */
export function openPause(pauses: readonly ClockPause[], pause: Omit<ClockPause, 'to'>): ClockPause[] {
  return [...pauses, { ...pause, to: null }];
}

/** Ends the open pause, if there is one. */
export function closePause(pauses: readonly ClockPause[], to: string): ClockPause[] {
  return pauses.map(pause => (pause.to === null ? { ...pause, to } : pause));
}

/**
 * The pauses with an outage credited: the parts of it in which the clock ran. Time in which the clock was paused
 * anyway is not credited twice.
 */
export function withOutage(
  pauses: readonly ClockPause[],
  outage: { readonly from: string; readonly to: string },
): ClockPause[] {
  const from = parseInstant(outage.from);
  const known = pauses.map(pause => ({
    from: parseInstant(pause.from),
    ...(pause.to !== null && { to: parseInstant(pause.to) }),
    resume: pause.effect,
  }));
  const credited = creditOutages({
    start: from,
    interruptions: known,
    outages: [{ from, to: parseInstant(outage.to) }],
  });
  const added = credited
    .filter(pause => pause.reason === 'outage')
    .map(
      (pause): ClockPause => ({
        from: toRfc3339(pause.from),
        to: pause.to === undefined ? null : toRfc3339(pause.to),
        effect: 'resume',
        cause: 'outage',
      }),
    );
  return [...pauses, ...added].sort((a, b) => parseInstant(a.from) - parseInstant(b.from));
}
