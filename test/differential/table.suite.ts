import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import type { Endpoint } from './endpoint.ts';

/** What the application asks of its table: conditional transactions, consistent reads, index pages, time to live. */
export function tableSuite(endpoint: () => Endpoint): void {
  let TableName: string;
  const send: Endpoint['table']['send'] = (...parts: never[]) =>
    Reflect.apply(endpoint().table.send, endpoint().table, parts);
  const item = (pk: string, sk: string, more: object = {}) => ({ pk: { S: pk }, sk: { S: sk }, ...more });
  const isNew = 'attribute_not_exists(pk)';

  beforeAll(async () => {
    TableName = endpoint().name('table');
    await send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'unit', 'due'].map(AttributeName => ({
          AttributeName,
          AttributeType: 'S',
        })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'byDue',
            KeySchema: [
              { AttributeName: 'unit', KeyType: 'HASH' },
              { AttributeName: 'due', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      }),
    );
    endpoint().undo.push(() => send(new DeleteTableCommand({ TableName })));
    await eventually(
      async () => {
        const { Table } = await send(new DescribeTableCommand({ TableName }));
        return Table?.TableStatus === 'ACTIVE' ? true : undefined;
      },
      { within: 120_000 },
    );
  });

  it('a transaction writes all or nothing, and says which condition failed, with what stands', async () => {
    const put = (sk: string, more = {}) => ({
      Put: { TableName, Item: item('all', sk), ConditionExpression: isNew, ...more },
    });
    await send(new TransactWriteItemsCommand({ TransactItems: [put('1'), put('2')] }));
    const failing = send(
      new TransactWriteItemsCommand({
        TransactItems: [put('3'), put('2', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })],
      }),
    );
    await expect(failing).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: item('all', '2') }],
    });
    const { Item } = await send(
      new GetItemCommand({ TableName, Key: item('all', '3'), ConsistentRead: true }),
    );
    expect(Item).toBeUndefined();
  });

  it('a transaction may not touch an item twice', async () => {
    const Put = { TableName, Item: item('twice', '1') };
    await expect(
      send(new TransactWriteItemsCommand({ TransactItems: [{ Put }, { Put }] })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('an index is read in order, page by page, without gap or repeat', async () => {
    const dues = ['04', '02', '05', '01', '03'];
    for (const due of dues) {
      await send(
        new PutItemCommand({
          TableName,
          Item: item(`task-${due}`, 'x', { unit: { S: 'u' }, due: { S: due } }),
        }),
      );
    }
    const found = await eventually(async () => {
      const pages: (string | undefined)[][] = [];
      let ExclusiveStartKey: Record<string, { S: string }> | undefined;
      do {
        const page = await send(
          new QueryCommand({
            TableName,
            IndexName: 'byDue',
            KeyConditionExpression: '#unit = :unit AND due < :before',
            ExpressionAttributeNames: { '#unit': 'unit' },
            ExpressionAttributeValues: { ':unit': { S: 'u' }, ':before': { S: '05' } },
            Limit: 3,
            ...(ExclusiveStartKey && { ExclusiveStartKey }),
          }),
        );
        pages.push((page.Items ?? []).map(found => found['due']?.S));
        ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
      } while (ExclusiveStartKey);
      return pages.flat().length === 4 ? pages : undefined;
    });
    expect(found).toEqual([['01', '02', '03'], ['04']]);
  });

  it('a failed condition of a single write brings back what stands, when asked to', async () => {
    await send(new PutItemCommand({ TableName, Item: item('one', '1', { n: { N: '1' } }) }));
    await expect(
      send(
        new PutItemCommand({
          TableName,
          Item: item('one', '1'),
          ConditionExpression: isNew,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    ).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: { n: { N: '1' } } });
  });

  it('an attribute can be named that ends the life of items', async () => {
    const TimeToLiveSpecification = { Enabled: true, AttributeName: 'expiresAt' };
    await send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    const { TimeToLiveDescription } = await send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toMatchObject({
      AttributeName: 'expiresAt',
      TimeToLiveStatus: expect.stringMatching(/^ENABL(ED|ING)$/),
    });
  });
}
