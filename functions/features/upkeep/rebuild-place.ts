import type { WalkPosition } from '../../records/projections/walk-dossiers.ts';

/** How far a rebuild has come: in the dossiers, and then in the units, whose counts need all dossiers to be right. */
export type RebuildPlace =
  | ({ readonly stage: 'dossiers' } & WalkPosition)
  | { readonly stage: 'units'; readonly after: string };

export function writePlace(place: RebuildPlace): string {
  return place.stage === 'units' ? `units ${place.after}` : `dossiers ${place.date} ${place.passed}`;
}

/** Reads what `writePlace` wrote: a cursor is sealed, so it is nothing else. */
export function readPlace(text: string): RebuildPlace {
  const [stage, first = '', passed] = text.split(' ');
  return stage === 'units'
    ? { stage, after: first }
    : { stage: 'dossiers', date: first, passed: Number(passed) };
}
