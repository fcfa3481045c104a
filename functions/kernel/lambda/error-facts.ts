import { ProblemError } from '../../../schemas/api/problem-error.ts';

/** Errors of ours, and of the language, whose messages name keys and codes but never what a caller sent. */
const TELLING = new Set(['LedgerError', 'StoredItemError', 'TypeError', 'RangeError']);

/**
 * What may be logged of a fault: its name, where it happened, and its message only where that is known to quote nothing. Messages of the
 * SDK, of parsers and of the table can hold a whole request, names and identity numbers included.
 */
export function errorFacts(thrown: unknown): { name: string; message?: string; at: readonly string[] } {
  // A refusal that is a fault of ours says what to do; what went wrong is its cause.
  const error = thrown instanceof ProblemError && thrown.cause !== undefined ? thrown.cause : thrown;
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(TELLING.has(error.name) && { message: error.message }),
    at: at.slice(0, 12).map(line => line.trim()),
  };
}
