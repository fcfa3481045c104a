import type { Finding } from '../../../schemas/stored/finding.ts';
import { fold } from '../search/fold.ts';

/** What the applicant stated in the form, as far as papers say the same. */
export interface Stated {
  readonly identityNumber?: string | undefined;
  readonly fullName?: string | undefined;
  readonly birthDate?: string | undefined;
}

/** A paper says something other than the form. */
export interface Difference {
  readonly field: keyof Stated;
  readonly stated: string;
  readonly found: Finding;
}

const FIELDS = ['identityNumber', 'fullName', 'birthDate'] as const;

/** Values that differ in more places are those of somebody else: papers name witnesses, parents, officials. */
const NEARLY = 2;

/**
 * Where a paper differs from the form: it says nearly the same, or its citizen’s card is another one. Nothing follows
 * from a difference: an officer looks at both.
 */
export function differencesFrom(stated: Stated, findings: readonly Finding[]): Difference[] {
  return FIELDS.flatMap(field => {
    const wanted = stated[field];
    const found = findings.filter(each => each.field === field);
    if (wanted === undefined || found.some(({ value }) => same(value, wanted))) return [];
    const near = found.find(each => each.from === 'citizenCard' || isNear(each.value, wanted));
    return near ? [{ field, stated: wanted, found: near }] : [];
  });
}

const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/gu, ' ').trim();
const same = (one: string, other: string) => plain(one) === plain(other);

/** The same but for accents, or for a letter or two. */
function isNear(one: string, other: string): boolean {
  const [first, second] = [fold(plain(one)), fold(plain(other))];
  if (first === second) return true;
  if (Math.abs(first.length - second.length) > NEARLY) return false;
  return changes(first, second) <= NEARLY;
}

/** How many letters make one text of the other. */
function changes(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  [...one].forEach((letter, line) => {
    const next = [line + 1];
    for (let index = 0; index < other.length; index += 1)
      next.push(
        Math.min(
          (row[index] ?? 0) + (other[index] === letter ? 0 : 1),
          (row[index + 1] ?? 0) + 1,
          (next[index] ?? 0) + 1,
        ),
      );
    row = next;
  });
  return row.at(-1) ?? 0;
}
