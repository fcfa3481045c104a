import type { WalkPosition } from '../../records/projections/walk-dossiers.ts';

/**
 * The progress of a rebuild: through the dossiers first, and then through the units, whose counts depend on correct
 * dossiers.
 */
export type RebuildPlace =
  | ({ readonly stage: 'dossiers' } & WalkPosition)
  | { readonly stage: 'units'; readonly after: string };

export function writePlace(place: RebuildPlace): string {
  return place.stage === 'units' ? `units ${place.after}` : `dossiers ${place.date} ${place.passed}`;
}

/** Reads what `writePlace` wrote: a cursor is sealed, so it can be nothing else. */
export function readPlace(text: string): RebuildPlace {
  const [stage, first = '', passed] = text.split(' ');
  return stage === 'units'
    ? { stage, after: first }
    : { stage: 'dossiers', date: first, passed: Number(passed) };
}
