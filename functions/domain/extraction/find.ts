import type { Finding } from '../../../schemas/stored/finding.ts';
import type { PageText } from '../../../schemas/stored/page-text.ts';
import { findingsInCodes } from './codes.ts';
import { findingsInText } from './text.ts';

/** A record holds so many findings at most; a paper that says more is a list, not a person’s paper. */
const MOST = 200;

/** What a paper says, the surest first, each value of a field once. */
export function findingsOf(pages: readonly PageText[]): Finding[] {
  const all = pages.flatMap(page => [...findingsInCodes(page), ...findingsInText(page)]);
  const sorted = all.toSorted((one, other) => other.confidence - one.confidence || one.page - other.page);
  const seen = new Set<string>();
  return sorted
    .filter(({ field, value }) => {
      const known = `${field} ${value}`;
      return seen.has(known) ? false : seen.add(known);
    })
    .slice(0, MOST);
}
