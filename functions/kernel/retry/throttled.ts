/** Names of AWS throttling errors, thrown after the client's own retries are exhausted. */
const THROTTLING = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'TooManyRequestsException',
]);

/** Whether a service throttled the call: nothing was done, and it may be retried. */
export function isThrottled(error: unknown): boolean {
  return error instanceof Error && THROTTLING.has(error.name);
}
