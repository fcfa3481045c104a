/** Primary key of an item. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** The lowest and the highest character in a sort key, as bounds of a prefix. */
export const LOWEST = ' ';
export const HIGHEST = '~';

/** A number as text that sorts in numeric order. */
export const padded = (number: number, width: number) => String(number).padStart(width, '0');

/** An instant as text that sorts in order of time, whatever offset it was written with. */
export function sortable(instant: string): string {
  return new Date(instant).toISOString();
}
