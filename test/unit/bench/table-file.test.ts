import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeTableFile } from '../../../bench/lists/store/write-table-file.ts';
import { openTableClient } from '../../../local/table/table-client.ts';
import { startTableServer, tableServerProgram } from '../../../local/table/table-server.ts';
import type { TableSpec } from '../../../local/table/table-spec.ts';

const key = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];
const spec: TableSpec = {
  name: 'books',
  arn: '',
  streamArn: '',
  expiryAttribute: undefined,
  AttributeDefinitions: ['pk', 'sk', 'byPk', 'bySk'].map(AttributeName => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: key('pk', 'sk'),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-author',
      KeySchema: key('byPk', 'bySk'),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
    },
  ],
  LocalSecondaryIndexes: [],
};
const book = (pk: string, year: string, title: string) => ({
  pk: { S: pk },
  sk: { S: 'BOOK' },
  byPk: { S: 'Nguyễn Du' },
  bySk: { S: year },
  title: { S: title },
  pages: { N: '120' },
});

test('a table’s file written beside the server is one that the server reads and changes as its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-table-file-'));
  const file = join(folder, 'table.db');
  const books = [book('1', '1820', 'Truyện Kiều'), book('2', '1813', 'Bắc hành tạp lục')];
  const items = [...books, { pk: { S: '3' }, sk: { S: 'SHELF' } }];
  const lines = join(folder, 'items.gz');
  writeFileSync(lines, gzipSync(items.map(Item => `${JSON.stringify({ Item })}\n`).join('')));
  const told: string[] = [];
  await writeTableFile(
    { items: lines, count: items.length, spec, file },
    (what, whole) => done => void told.push(`${done} of ${whole} ${what}`),
  );
  expect(told).toEqual(['3 of 3 items in the table', '2 of 2 items in the index by-author']);

  const server = await startTableServer({ program: tableServerProgram(), file });
  const client = openTableClient(server.url);
  try {
    const call = async (action: string, body: object) =>
      Object(await client.call('DynamoDB', action, { TableName: 'books', ...body }));
    for (const item of items)
      expect((await call('GetItem', { Key: { pk: item.pk, sk: item.sk } })).Item).toEqual(item);
    const inOrder = async () => {
      const { Items } = await call('Query', {
        IndexName: 'by-author',
        KeyConditionExpression: 'byPk = :by',
        ExpressionAttributeValues: { ':by': { S: 'Nguyễn Du' } },
      });
      return Items;
    };
    const shown = ({ pages: _, ...rest }: (typeof books)[number]) => rest;
    expect(await inOrder()).toEqual(books.map(shown).reverse());
    // Its place in the index moves: the server finds the row that was written beside it.
    const moved = book('2', '1830', 'Bắc hành tạp lục');
    await call('PutItem', { Item: moved });
    expect(await inOrder()).toEqual([shown(book('1', '1820', 'Truyện Kiều')), shown(moved)]);
  } finally {
    client.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
