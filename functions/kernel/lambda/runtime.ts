import { Logger } from '@aws-lambda-powertools/logger';

/** The logger of a function. Never log an event, a body or a token; messages are listed in docs/logging.md. */
export function functionLogger(): Logger {
  return new Logger({ serviceName: 'motcua' });
}

/** The clock of the runtime, in milliseconds: the only place where functions read the time. */
export function runtimeNow(): number {
  return Date.now();
}
