import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Pauses } from '../retry/retry.ts';

/** The table, as every repository gets it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  /** Time and randomness of retries; real ones by default. */
  readonly pauses?: Pauses | undefined;
}

/**
 * Opens the table with the regular SDK client; region, credentials and endpoint come from the environment as on AWS.
 */
export function openTable(name: string): Table {
  return {
    client: DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 5 }), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    name,
  };
}
