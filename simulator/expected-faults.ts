/** A function of the machine that does not come up. */
export class FunctionBroken extends Error {
  override readonly name = 'FunctionBroken';
}

/** What functions may fail with while something is broken on purpose. */
const EXPECTED = new Set([
  'ProvisionedThroughputExceededException',
  'TimeoutError',
  'FunctionBroken',
  'MachinesSilent',
  'WorkerDied',
  'ProblemError',
]);

/** The name of an error, or of the facts that are logged of one. */
function nameOf(value: unknown): string {
  if (value instanceof Error) return value.name;
  if (value !== null && typeof value === 'object' && 'error' in value) return nameOf(value.error);
  return value !== null && typeof value === 'object' && 'name' in value ? String(value.name) : 'unknown';
}

/** Whether an error, or the facts that are logged of one, is of those that are made here on purpose. */
export function isExpected(fault: unknown): boolean {
  return EXPECTED.has(nameOf(fault));
}
