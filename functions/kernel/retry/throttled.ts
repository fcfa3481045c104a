/** Names of the errors with which services of AWS ask to come more slowly, after the client has tried several times by itself. */
const THROTTLING = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'TooManyRequestsException',
]);

/** Whether a service asked to come more slowly: nothing was done, and the same may be asked again. */
export function isThrottled(error: unknown): boolean {
  return error instanceof Error && THROTTLING.has(error.name);
}
