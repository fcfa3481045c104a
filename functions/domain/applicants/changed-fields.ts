import { differences } from '../differences.ts';

/**
 * The fields in which two records of people differ, as JSON pointers in alphabetical order: `/applicant/name`. Pointers
 * name fields of the schema only, so the ledger may hold them.
 */
export function changedFields(before: unknown, after: unknown): string[] {
  return differences(before, after)
    .map(({ pointer }) => pointer)
    .toSorted();
}
