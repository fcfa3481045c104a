import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployTable, describeTable } from '../../../local/table/deploy-table.ts';
import { openTableClient, type TableClient } from '../../../local/table/table-client.ts';
import { startTableServer, type TableServer, tableServerProgram } from '../../../local/table/table-server.ts';
import type { TableSpec } from '../../../local/table/table-spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-deploy-table-'));
let server: TableServer;
let client: TableClient;
beforeAll(async () => {
  server = await startTableServer({ program: tableServerProgram(), file: join(folder, 'table.db') });
  client = openTableClient(server.url);
});
afterAll(async () => {
  client.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const key = (name: string) => [{ AttributeName: name, KeyType: 'HASH' as const }];
const spec = (kept: string[]): TableSpec => ({
  name: 'books',
  arn: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/books',
  streamArn: '',
  expiryAttribute: undefined,
  AttributeDefinitions: ['pk', 'author'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: key('pk'),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-author',
      KeySchema: key('author'),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: kept },
    },
  ],
  LocalSecondaryIndexes: [],
});

describe('a table that is deployed again', () => {
  const said: string[] = [];
  const log = { info: (line: string) => void said.push(line), warn: () => undefined };
  const byAuthor = async () => {
    const found = await client.call('DynamoDB', 'Query', {
      TableName: 'books',
      IndexName: 'by-author',
      KeyConditionExpression: 'author = :author',
      ExpressionAttributeValues: { ':author': { S: 'Nguyễn Du' } },
    });
    return Reflect.get(Object(found), 'Items');
  };

  it('keeps an index that is as it should be, and makes one anew that is to carry something else', async () => {
    await deployTable(client, spec(['title']), log);
    const item = {
      pk: { S: '1' },
      author: { S: 'Nguyễn Du' },
      title: { S: 'Truyện Kiều' },
      year: { N: '1820' },
    };
    await client.call('DynamoDB', 'PutItem', { TableName: 'books', Item: item });
    await deployTable(client, spec(['title']), log);
    expect(said).toEqual([]);
    expect(await byAuthor()).toEqual([{ pk: item.pk, author: item.author, title: item.title }]);

    await deployTable(client, spec(['year']), log);
    expect(said).toEqual([
      'Removing the index by-author of the table books.',
      'Adding the index by-author to the table books.',
    ]);
    expect(await byAuthor()).toEqual([{ pk: item.pk, author: item.author, year: item.year }]);
    expect((await describeTable(client, 'books'))?.GlobalSecondaryIndexes).toHaveLength(1);
  });

  it('is not described while it is as it was left, for that counts its items', async () => {
    const called: string[] = [];
    const watched: TableClient = {
      ...client,
      call: (api, action, body) => {
        called.push(action);
        return client.call(api, action, body);
      },
    };
    await deployTable(watched, spec(['year']), log);
    expect(called).toEqual(['ListTagsOfResource']);
  });

  it('is looked at again when what it was to become did not come about', async () => {
    const failing: TableClient = {
      ...client,
      call: async (api, action, body) => {
        if (JSON.stringify(body).includes('"Create"')) throw new Error('no room');
        return client.call(api, action, body);
      },
    };
    await expect(deployTable(failing, spec(['title']), log)).rejects.toThrow('no room');
    expect((await describeTable(client, 'books'))?.GlobalSecondaryIndexes).toHaveLength(0);
    await deployTable(client, spec(['year']), log);
    expect((await describeTable(client, 'books'))?.GlobalSecondaryIndexes).toHaveLength(1);
  });
});
