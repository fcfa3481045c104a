import { type ItemKey, padded, sortable } from '../../kernel/table/item-key.ts';
import { PREFIX } from './table-design.ts';

/** What places a dossier among those that a term (a keyed digest) finds. Grades are 0 (best) to 9. */
export interface FoundPlace {
  readonly grade: number;
  readonly unit: string;
  readonly submittedAt: string;
  readonly code: string;
}

/** In the year 2286; what is later has no place in an order of the newest first. */
const LAST_INSTANT = 9_999_999_999_999;

/** Best grade first, then newest first. */
function orderOf({ grade, submittedAt, code }: FoundPlace): string {
  return `${grade}#${padded(LAST_INSTANT - Date.parse(submittedAt), 13)}#${code}`;
}

/** Keys of what searches find: of a unit in the table, of the province in the index `found`. */
export const foundKeys = {
  partition: (term: string) => `${PREFIX.found}${term}`,
  /** Where those in sight of a unit begin. */
  prefix: (unit: string) => `${unit}#`,
  item: (term: string, place: FoundPlace): ItemKey => ({
    pk: foundKeys.partition(term),
    sk: `${foundKeys.prefix(place.unit)}${orderOf(place)}`,
  }),
  /** Attributes that put an item among those of the province. */
  province: (term: string, place: FoundPlace) => ({
    foundPk: foundKeys.partition(term),
    foundSk: orderOf(place),
  }),
  /** The dossiers that portals know by a reference, whichever portal it is. */
  reference: (text: string) => `REFERENCE#${text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()}`,
  /** Attributes that put a portal’s entry of a dossier among those of its reference, in the order of submission. */
  referred: (text: string, { submittedAt, code }: Pick<FoundPlace, 'submittedAt' | 'code'>) => ({
    foundPk: foundKeys.reference(text),
    foundSk: `${sortable(submittedAt)}#${code}`,
  }),
} as const;

/** The grade, dossier and instant of submission (milliseconds) of an item that a term finds. */
export function readFound(sk: string): { grade: number; code: string; submittedAt: number } {
  const [, grade = '', turned = '', code = ''] = sk.split('#');
  return { grade: Number(grade), code, submittedAt: LAST_INSTANT - Number(turned) };
}
