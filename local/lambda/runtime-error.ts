import type { RuntimeError } from './thread-messages.ts';

/** What was thrown, in the shape Lambda's Node.js runtime gives it. */
export function runtimeError(thrown: unknown): RuntimeError {
  if (thrown instanceof Error) {
    return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') };
  }
  return { errorType: typeof thrown, errorMessage: describe(thrown), trace: [] };
}

/** The same for a promise whose rejection nobody took. */
export function unhandledRejection(reason: unknown): RuntimeError {
  const cause = runtimeError(reason);
  return {
    errorType: 'Runtime.UnhandledPromiseRejection',
    errorMessage: reason instanceof Error ? `${reason.name}: ${reason.message}` : cause.errorMessage,
    trace: cause.trace ?? [],
  };
}

function describe(thrown: unknown): string {
  try {
    return typeof thrown === 'object' ? (JSON.stringify(thrown) ?? String(thrown)) : String(thrown);
  } catch {
    return Object.prototype.toString.call(thrown);
  }
}
