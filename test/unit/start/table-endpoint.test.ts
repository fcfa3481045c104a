import { expect, it } from 'vitest';
import { tableEndpoint } from '../../../start/table-endpoint.ts';

it.each(['127.0.0.1:8000', 'dynamodb', 'http://127.0.0.1:1'])(
  'DYNAMODB_ENDPOINT=%s is refused in a sentence that names it',
  async given => {
    await expect(tableEndpoint(given)).rejects.toThrow(new RegExp(`${given}.*\n.*${given}`));
  },
);

it('without it there is nothing to ask', async () => {
  expect(await tableEndpoint(undefined)).toBeUndefined();
  expect(await tableEndpoint('')).toBeUndefined();
});
