import type { ClockPause } from '../../../schemas/dossier/head.ts';

/** Begins a stretch in which the legal clock stands still. */
export function openPause(pauses: readonly ClockPause[], pause: Omit<ClockPause, 'to'>): ClockPause[] {
  return [...pauses, { ...pause, to: null }];
}

/** Ends the stretch that is open, if one is. */
export function closePause(pauses: readonly ClockPause[], to: string): ClockPause[] {
  return pauses.map(pause => (pause.to === null ? { ...pause, to } : pause));
}
