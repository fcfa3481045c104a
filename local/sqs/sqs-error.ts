import * as z from 'zod';

/** An error in SQS's own words: its name in the JSON protocol, and the older name that clients still see. */
export class SqsError extends Error {
  override readonly name: string;
  readonly queryName: string;
  constructor(name: string, queryName: string, message: string) {
    super(message);
    this.name = name;
    this.queryName = queryName;
  }
}

/** What a request that cannot be read, or that SQS refuses, is answered with; undefined for a fault of the host's own. */
export function asSqsError(thrown: unknown): SqsError | undefined {
  if (thrown instanceof z.ZodError) return invalidParameter(z.prettifyError(thrown));
  return thrown instanceof SqsError ? thrown : undefined;
}

export const noSuchQueue = () =>
  new SqsError(
    'QueueDoesNotExist',
    'AWS.SimpleQueueService.NonExistentQueue',
    'The specified queue does not exist.',
  );
export const invalidParameter = (message: string) =>
  new SqsError('InvalidParameterValue', 'InvalidParameterValue', message);
export const invalidHandle = (handle: string) =>
  new SqsError(
    'ReceiptHandleIsInvalid',
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );
export const notInFlight = () =>
  new SqsError(
    'MessageNotInflight',
    'AWS.SimpleQueueService.MessageNotInflight',
    'The specified message is not in flight.',
  );
export const emptyBatch = () =>
  new SqsError(
    'EmptyBatchRequest',
    'AWS.SimpleQueueService.EmptyBatchRequest',
    'There should be at least one entry in the request.',
  );
export const tooManyEntries = (count: number) =>
  new SqsError(
    'TooManyEntriesInBatchRequest',
    'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    `Maximum number of entries per request are 10. You have sent ${count}.`,
  );
export const entriesNotDistinct = (id: string) =>
  new SqsError(
    'BatchEntryIdsNotDistinct',
    'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
    `Id ${id} repeated.`,
  );
export const queueNameExists = () =>
  new SqsError(
    'QueueNameExists',
    'QueueAlreadyExists',
    'A queue already exists with the same name and a different value for an attribute.',
  );
export const resourceNotFound = (message: string) =>
  new SqsError('ResourceNotFoundException', 'ResourceNotFoundException', message);
export const unsupported = (action: string) =>
  new SqsError('InvalidAction', 'InvalidAction', `The embedded host does not support ${action} of SQS.`);
export const missingBody = () =>
  new SqsError('MissingParameter', 'MissingParameter', 'The request must contain the parameter MessageBody.');
