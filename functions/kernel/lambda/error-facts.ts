import { ProblemError } from '../../../schemas/api/problem-error.ts';

/** Errors of ours and of the language, whose messages name keys and codes but never quote a caller. */
const TELLING = new Set(['LedgerError', 'StoredItemError', 'TypeError', 'RangeError']);

/**
 * What may be logged of a fault: its name, where it happened, and its message only if that is known to quote nothing.
 * Messages of the SDK, of parsers and of the table can contain a whole request, including names and identity numbers.
 */
export function errorFacts(thrown: unknown): { name: string; message?: string; at: readonly string[] } {
  // A refusal that is our fault says what to do; its cause says what went wrong.
  const error = thrown instanceof ProblemError && thrown.cause !== undefined ? thrown.cause : thrown;
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(TELLING.has(error.name) && { message: error.message }),
    at: at.slice(0, 12).map(line => line.trim()),
  };
}
