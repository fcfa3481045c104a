/**
 * The fields in which two records of people differ, as JSON pointers in the order of the alphabet: `/applicant/name`. Pointers name
 * fields of the schema only, so the ledger may hold them.
 */
export function changedFields(before: unknown, after: unknown, at = ''): string[] {
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
    return names.flatMap(name => changedFields(before[name], after[name], `${at}/${name}`));
  }
  return before === after ? [] : [at];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
