import { Logger } from '@aws-lambda-powertools/logger';

/** The logger of a function. It never gets an event, a body or a token; the register of messages is in docs/logging.md. */
export function functionLogger(): Logger {
  return new Logger({ serviceName: 'motcua' });
}

/** The clock of the runtime, in milliseconds: the one place where functions take the time from. */
export function runtimeNow(): number {
  return Date.now();
}
