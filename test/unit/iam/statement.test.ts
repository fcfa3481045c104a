import { describe, expect, it } from 'vitest';
import { PLACE } from '../../../local/host/place.ts';
import { askedOf } from '../../../local/iam/asked.ts';
import { askedOfTable } from '../../../local/iam/asked-of-table.ts';
import { allows, statementSchema } from '../../../local/iam/statement.ts';

const TABLE = 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/t';
const statement = (given: object) => statementSchema.parse({ Effect: 'Allow', Resource: TABLE, ...given });
const ofKeys = (operator: string, keys: string[]) => ({ [operator]: { 'dynamodb:LeadingKeys': keys } });
const put = (...keys: string[]) => ({
  action: 'dynamodb:PutItem',
  resource: TABLE,
  context: { 'dynamodb:leadingkeys': keys },
});

describe('what a role may do', () => {
  it('is what a statement allows, by action and resource, whatever their letters’ case and wildcards', () => {
    expect(allows([statement({ Action: 'dynamodb:PutItem' })], put('A'))).toBe(true);
    expect(allows([statement({ Action: ['DYNAMODB:putitem'] })], put('A'))).toBe(true);
    expect(allows([statement({ Action: 'dynamodb:*', Resource: '*' })], put('A'))).toBe(true);
    expect(allows([statement({ Action: 'dynamodb:GetItem' })], put('A'))).toBe(false);
    expect(allows([statement({ Action: 'dynamodb:PutItem', Resource: `${TABLE}2` })], put('A'))).toBe(false);
    expect(allows([statement({ Action: 'dynamodb:PutItem', Resource: TABLE.slice(0, -1) })], put('A'))).toBe(
      false,
    );
    expect(allows([], put('A'))).toBe(false);
  });

  it('ends where another statement denies it', () => {
    const all = statement({ Action: 'dynamodb:PutItem' });
    const deny = statement({
      Effect: 'Deny',
      Action: 'dynamodb:PutItem',
      Condition: ofKeys('ForAnyValue:StringLike', ['KEYRING', 'DOSSIER#*']),
    });
    expect(allows([all, deny], put('FILE#1'))).toBe(true);
    expect(allows([all, deny], put('KEYRING'))).toBe(false);
    expect(allows([deny, all], put('FILE#1', 'DOSSIER#1'))).toBe(false);
  });

  it('is limited by keys as IAM limits it: all of them, or any', () => {
    const all = statement({
      Action: 'dynamodb:PutItem',
      Condition: ofKeys('ForAllValues:StringEquals', ['A']),
    });
    expect(allows([all], put('A'))).toBe(true);
    expect(allows([all], put('A', 'B'))).toBe(false);
    // IAM's own trap: of no key at all, all are.
    expect(allows([all], put())).toBe(true);
    const any = statement({
      Action: 'dynamodb:PutItem',
      Condition: ofKeys('ForAnyValue:StringEquals', ['A']),
    });
    expect(allows([any], put())).toBe(false);
  });

  it('is not limited by a key that the request does not have, where the condition says so', () => {
    const limited = statement({
      Action: 'dynamodb:PutItem',
      Condition: { StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] } },
    });
    const returning = (...values: string[]) => ({
      ...put('A'),
      context: { 'dynamodb:returnvalues': values },
    });
    expect(allows([limited], returning())).toBe(true);
    expect(allows([limited], returning('NONE'))).toBe(true);
    expect(allows([limited], returning('ALL_OLD'))).toBe(false);
  });

  it('is not guessed where a condition is not known', () => {
    const odd = statement({ Action: 'dynamodb:PutItem', Condition: ofKeys('DateLessThan', ['2026']) });
    expect(() => allows([odd], put('A'))).toThrow('DateLessThan');
    expect(() => statement({ NotAction: 'dynamodb:PutItem', Action: 'x' })).toThrow();
  });
});

const deps = {
  place: PLACE,
  keysOf: () => ({ partition: 'pk', indexes: { due: 'duePk' } }),
  secretArn: (id: string) => `arn of ${id}`,
};
const table = (action: string, body: object) =>
  askedOfTable(action, body, deps).map(({ action: asked, resource, context }) => [
    asked,
    resource?.split(':').at(-1),
    context?.['dynamodb:leadingkeys'],
  ]);
const attributes = (action: string, body: object) =>
  askedOfTable(action, body, deps).map(({ context }) => context?.['dynamodb:attributes']);

describe('what a request asks', () => {
  it('of an item names its partition and attributes', () => {
    const put = { TableName: 't', Item: { pk: { S: 'A' }, sk: { S: 'b' }, x: { N: '1' } } };
    expect(table('PutItem', put)).toEqual([['dynamodb:PutItem', 'table/t', ['A']]]);
    expect(attributes('PutItem', put)).toEqual([['pk', 'sk', 'x']]);
    const update = {
      TableName: TABLE,
      Key: { pk: { S: 'A' }, sk: { S: 'b' } },
      UpdateExpression: 'SET #h = :h REMOVE old',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#h)',
      ExpressionAttributeNames: { '#h': 'hold' },
      ExpressionAttributeValues: { ':h': { S: 'x' } },
    };
    expect(table('UpdateItem', update)).toEqual([['dynamodb:UpdateItem', 'table/t', ['A']]]);
    expect(attributes('UpdateItem', update)).toEqual([['pk', 'sk', 'hold', 'old']]);
  });

  it('of a query names the partition of the table or of the index', () => {
    const query = {
      TableName: 't',
      KeyConditionExpression: '#p = :p AND begins_with(sk, :s)',
      ExpressionAttributeNames: { '#p': 'pk' },
      ExpressionAttributeValues: { ':p': { S: 'A' }, ':s': { S: 'x' } },
    };
    expect(table('Query', query)).toMatchObject([['dynamodb:Query', 'table/t', ['A']]]);
    const index = { ...query, IndexName: 'due', ExpressionAttributeNames: { '#p': 'duePk' } };
    expect(table('Query', index)).toMatchObject([['dynamodb:Query', 'table/t/index/due', ['A']]]);
  });

  it('of a transaction is what it is made of, of a batch the batch with all its partitions', () => {
    const of = (pk: string) => ({ TableName: 't', Key: { pk: { S: pk }, sk: { S: 'x' } } });
    const TransactItems = [
      { Put: { TableName: 't', Item: { pk: { S: 'A' } } } },
      { Update: of('B') },
      { Delete: of('C') },
      { ConditionCheck: of('D') },
    ];
    expect(table('TransactWriteItems', { TransactItems }).map(([action, , keys]) => [action, keys])).toEqual([
      ['dynamodb:PutItem', ['A']],
      ['dynamodb:UpdateItem', ['B']],
      ['dynamodb:DeleteItem', ['C']],
      ['dynamodb:ConditionCheckItem', ['D']],
    ]);
    const batch = {
      RequestItems: {
        t: [{ PutRequest: { Item: { pk: { S: 'A' } } } }, { DeleteRequest: { Key: { pk: { S: 'B' } } } }],
      },
    };
    expect(table('BatchWriteItem', batch)).toMatchObject([
      ['dynamodb:BatchWriteItem', 'table/t', ['A', 'B']],
    ]);
    const reads = { RequestItems: { t: { Keys: [{ pk: { S: 'A' } }, { pk: { S: 'B' } }] } } };
    expect(table('BatchGetItem', reads)).toMatchObject([['dynamodb:BatchGetItem', 'table/t', ['A', 'B']]]);
  });

  it('of other services names queue, machine, key or function', () => {
    const asked = (target: string, body: object) =>
      askedOf(
        {
          method: 'POST',
          path: '/',
          query: '',
          headers: { 'x-amz-target': target },
          body: Buffer.from(JSON.stringify(body)),
        },
        deps,
      );
    expect(asked('AmazonSQS.SendMessageBatch', { QueueUrl: 'http://x/000000000000/q' })).toEqual([
      { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:ap-southeast-1:000000000000:q' },
    ]);
    expect(asked('AWSStepFunctions.SendTaskSuccess', { taskToken: 't' })).toEqual([
      { action: 'states:SendTaskSuccess', resource: undefined },
    ]);
    expect(asked('TrentService.Sign', { KeyId: 'k' })).toEqual([
      { action: 'kms:Sign', resource: 'arn:aws:kms:ap-southeast-1:000000000000:key/k' },
    ]);
    expect(asked('secretsmanager.GetSecretValue', { SecretId: 's' })).toEqual([
      { action: 'secretsmanager:GetSecretValue', resource: 'arn of s' },
    ]);
    expect(asked('secretsmanager.CreateSecret', { Name: 'n' })).toMatchObject([{ resource: 'arn of n' }]);
    expect(asked('Unknown.Thing', {})).toEqual([{ action: 'Unknown.Thing' }]);
  });
});
