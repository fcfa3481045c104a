import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Endpoint, namedPlace, openEndpoint } from './endpoint.ts';
import { objectsSuite } from './objects.suite.ts';
import { queuesSuite } from './queues.suite.ts';
import { stepFunctionsSuite } from './step-functions.suite.ts';
import { tableSuite } from './table.suite.ts';

// An endpoint on the other side of the world answers slowly, and what it makes appears later.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let opened: Endpoint | undefined;
beforeAll(async () => {
  opened = await openEndpoint();
});
afterAll(async () => {
  const kept: unknown[] = [];
  for (let step = opened?.undo.pop(); step; step = opened?.undo.pop()) {
    try {
      await step();
    } catch (error) {
      kept.push(error);
    }
  }
  expect(kept, 'what could not be taken away').toEqual([]);
});
const endpoint = (): Endpoint => {
  if (!opened) throw new Error('The endpoint was not opened.');
  return opened;
};

describe('the table', () => tableSuite(endpoint));
describe('objects', () => objectsSuite(endpoint));
describe('queues', () => queuesSuite(endpoint));
describe('executions', () => stepFunctionsSuite(endpoint));

describe('an endpoint', () => {
  it('without what it needs is refused by name', () => {
    const AWS_ENDPOINT_URL = 'http://127.0.0.1:4566';
    const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'ap-southeast-1' };
    expect(namedPlace({})).toBeUndefined();
    expect(() => namedPlace({ AWS_ENDPOINT_URL })).toThrow('AWS_ACCESS_KEY_ID must be');
    expect(() => namedPlace({ AWS_ENDPOINT_URL: 'here', ...keys })).toThrow(
      'AWS_ENDPOINT_URL is no URL: here',
    );
    expect(() => namedPlace({ AWS_ENDPOINT_URL, ...keys })).toThrow('DIFFERENTIAL_ROLE_ARN must be');
    const all = { ...keys, DIFFERENTIAL_ROLE_ARN: 'role', DIFFERENTIAL_FUNCTION_ARN: 'function' };
    expect(namedPlace({ AWS_ENDPOINT_URL, ...all })).toMatchObject({
      endpoint: AWS_ENDPOINT_URL,
      roleArn: 'role',
    });
    expect(namedPlace({ AWS_ENDPOINT_URL: 'https://amazonaws.com', ...all })?.endpoint).toBeUndefined();
  });
});
