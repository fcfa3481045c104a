import { type ItemKey, padded, sortable } from '../../kernel/table/item-key.ts';
import { PREFIX } from './table-design.ts';

/** What ranks a dossier among those a term (a keyed digest) finds. Grades are 0 (best) to 9. */
export interface FoundPlace {
  readonly grade: number;
  readonly unit: string;
  readonly submittedAt: string;
  readonly code: string;
}

/** In the year 2286; later instants cannot be sorted newest first. */
const LAST_INSTANT = 9_999_999_999_999;

/** Best grade first, then newest first. */
function orderOf({ grade, submittedAt, code }: FoundPlace): string {
  return `${grade}#${padded(LAST_INSTANT - Date.parse(submittedAt), 13)}#${code}`;
}

/** Keys of search entries: of a unit in the table, of the province in the index `found`. */
export const foundKeys = {
  partition: (term: string) => `${PREFIX.found}${term}`,
  /** Where the entries visible to a unit begin. */
  prefix: (unit: string) => `${unit}#`,
  item: (term: string, place: FoundPlace): ItemKey => ({
    pk: foundKeys.partition(term),
    sk: `${foundKeys.prefix(place.unit)}${orderOf(place)}`,
  }),
  /** Attributes that add an item to those of the province. */
  province: (term: string, place: FoundPlace) => ({
    foundPk: foundKeys.partition(term),
    foundSk: orderOf(place),
  }),
  /** The dossiers with a portal reference, from any portal. */
  reference: (text: string) => `REFERENCE#${text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()}`,
  /** Attributes that add a portal’s entry of a dossier to those of its reference, in order of submission. */
  referred: (text: string, { submittedAt, code }: Pick<FoundPlace, 'submittedAt' | 'code'>) => ({
    foundPk: foundKeys.reference(text),
    foundSk: `${sortable(submittedAt)}#${code}`,
  }),
} as const;

/** The grade, dossier and submission instant (milliseconds) of an item found by a term. */
export function readFound(sk: string): { grade: number; code: string; submittedAt: number } {
  const [, grade = '', turned = '', code = ''] = sk.split('#');
  return { grade: Number(grade), code, submittedAt: LAST_INSTANT - Number(turned) };
}
