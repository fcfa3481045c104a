import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { Table } from '../../../functions/kernel/table/table.ts';

/** A table whose client answers what it is told to, and whose retries are parted by pauses that take no time and are written down. */
export function mockedTable() {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-southeast-1' }));
  const slept: number[] = [];
  const pauses = { random: () => 0.5, sleep: async (milliseconds: number) => void slept.push(milliseconds) };
  const table: Table = { client, name: 'records', pauses };
  return { table, slept, mock: mockClient(client) };
}

/** An error as a client of AWS throws it. */
export function serviceError(name: string): Error {
  return Object.assign(new Error(name), { name, $fault: 'client', $metadata: { attempts: 5 } });
}

/** What a client throws when no answer came in time; whether the request was carried out nobody knows. */
export function answerLost(): Error {
  return Object.assign(new Error('Connection timed out'), { name: 'TimeoutError' });
}
