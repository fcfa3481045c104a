import { describe, expect, it } from 'vitest';
import { costOf, listPrices } from '../../../bench/cost/cost.ts';
import { type Operations, operationsOf, transitionsIn } from '../../../bench/cost/operations.ts';
import { unitsOf } from '../../../bench/table/consumption.ts';
import { ownPartitions, scriptOf } from '../../../bench/table/script.ts';

const call = (action: string, body: Record<string, unknown>, answer: unknown = {}, status = 200) => ({
  action,
  body,
  answer,
  status,
});

describe('units of the table', () => {
  it('are those of the table and its indexes, read or written', () => {
    const transaction = {
      ConsumedCapacity: [
        {
          TableName: 't',
          CapacityUnits: 16,
          Table: { CapacityUnits: 12 },
          GlobalSecondaryIndexes: { work: { CapacityUnits: 3 }, unit: { CapacityUnits: 1 } },
        },
      ],
    };
    expect(unitsOf('TransactWriteItems', transaction)).toEqual({ read: 0, write: 16, indexes: 4 });
    expect(unitsOf('GetItem', { ConsumedCapacity: { CapacityUnits: 0.5 } })).toEqual({
      read: 0.5,
      write: 0,
      indexes: 0,
    });
    expect(unitsOf('DescribeTable', { Table: {} })).toEqual({ read: 0, write: 0, indexes: 0 });
  });
});

describe('state transitions', () => {
  it('are the states entered, and the tries of a call beyond the first', () => {
    const straight = ['ExecutionStarted', 'ChoiceStateEntered', 'ChoiceStateExited', 'TaskStateEntered'];
    const tried = ['TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskScheduled', 'TaskSucceeded'];
    const end = ['TaskStateExited', 'SucceedStateEntered', 'SucceedStateExited', 'ExecutionSucceeded'];
    expect(transitionsIn([...straight, ...tried, ...end])).toBe(4);
    expect(transitionsIn([...straight, 'TaskScheduled', ...end])).toBe(3);
  });
});

describe('the operations of a dossier', () => {
  it('are counted by what AWS charges for', () => {
    const operations = operationsOf({
      apiPort: 1,
      requests: [
        { port: 1, method: 'POST', path: '/v1/dossiers' },
        { port: 1, method: 'POST', path: '/dev/tokens' },
        { port: 2, method: 'PUT', path: '/bucket/key' },
        { port: 2, method: 'GET', path: '/bucket/key' },
        { port: 2, method: 'HEAD', path: '/bucket/key' },
        { port: 2, method: 'POST', path: '/', target: 'AWSStepFunctions.StartExecution' },
        { port: 2, method: 'POST', path: '/', target: 'AmazonSQS.SendMessageBatch' },
      ],
      table: [
        call('PutItem', {}, { ConsumedCapacity: { CapacityUnits: 3 } }),
        call('UpdateItem', {}, { __type: 'ConditionalCheckFailedException' }, 400),
        call('Query', {}, { ConsumedCapacity: { CapacityUnits: 2.5 } }),
      ],
      invocations: [
        { function: 'a', memory: 512, milliseconds: 10.2, messages: 0, busEvents: 0 },
        { function: 'b', memory: 1024, milliseconds: 100, messages: 3, busEvents: 1 },
      ],
      history: ['TaskStateEntered', 'TaskScheduled'],
      functionLogBytes: 1000,
    });
    expect(operations).toMatchObject({
      stateTransitions: 1,
      apiRequests: 1,
      invocations: 2,
      invocationsByFunction: { a: 1, b: 1 },
      tableRequests: 3,
      tableRefusals: 1,
      readUnits: 2.5,
      // A refused write is charged too.
      writeUnits: 4,
      s3Writes: 1,
      s3Reads: 2,
      events: 1,
      // Three sent, one batch received and deleted.
      queueRequests: 4,
    });
    expect(operations.gbSeconds).toBeCloseTo(0.5 * 0.011 + 0.1, 9);
  });
});

describe('the cost of 1,000 dossiers', () => {
  const none: Operations = {
    stateTransitions: 0,
    apiRequests: 0,
    invocations: 0,
    invocationsByFunction: {},
    tableRequests: 0,
    tableRequestsByAction: {},
    tableRefusals: 0,
    readUnits: 0,
    writeUnits: 0,
    indexWriteUnits: 0,
    s3Writes: 0,
    s3Reads: 0,
    events: 0,
    queueRequests: 0,
    gbSeconds: 0,
    logBytes: 0,
  };

  it('is what it comes to by hand', () => {
    const cost = costOf(
      {
        ...none,
        stateTransitions: 10,
        apiRequests: 13,
        invocations: 22,
        readUnits: 33,
        writeUnits: 129,
        s3Writes: 2,
        s3Reads: 3,
        events: 1,
        queueRequests: 3,
        gbSeconds: 0.25,
        logBytes: 30_000,
      },
      listPrices(),
    );
    // 10,000 × 0.000025 + 129,000 × 0.0000007125 + 33,000 × 0.0000001425 + 13,000 × 0.00000125 + 22,000 × 0.0000002
    // + 2,000 × 0.000005 + 3,000 × 0.0000004 + 1,000 × 0.000001 + 3,000 × 0.0000004
    const byHand = 0.25 + 0.0919125 + 0.0047025 + 0.01625 + 0.0044 + 0.01 + 0.0012 + 0.001 + 0.0012;
    expect(cost.requestsUsd).toBeCloseTo(byHand, 10);
    // 250 GB-seconds and 0.03 GB of logs.
    expect(cost.totalUsd).toBeCloseTo(byHand + 250 * 0.0000133334 + 0.03 * 0.7, 10);
  });

  it('counts every price of the list', () => {
    const one = { ...none, stateTransitions: 1, apiRequests: 1, invocations: 1, readUnits: 1, writeUnits: 1 };
    const all = costOf(
      { ...one, s3Writes: 1, s3Reads: 1, events: 1, queueRequests: 1, gbSeconds: 1, logBytes: 1 },
      listPrices(),
    );
    const shares = [...all.requests, ...all.beside];
    expect(shares).toHaveLength(Object.keys(listPrices().prices).length);
    expect(shares.filter(({ usd }) => usd <= 0)).toEqual([]);
  });
});

describe('the script of a dossier at the bare table', () => {
  const calls = [
    call('GetItem', { Key: { pk: { S: 'PROCEDURE#1' }, sk: { S: 'CURRENT' } } }),
    call('GetItem', { Key: { pk: { S: 'NUMBER#A' }, sk: { S: 'NUMBER' } } }),
    call('TransactWriteItems', {
      ClientRequestToken: 'one',
      TransactItems: [
        { Update: { Key: { pk: { S: 'NUMBER#A' }, sk: { S: 'NUMBER' } } } },
        { Put: { Item: { pk: { S: 'DOSSIER#1' }, sk: { S: 'HEAD' }, unitPk: { S: 'UNIT#1' } } } },
      ],
    }),
    call('Query', { ExpressionAttributeValues: { ':pk': { S: 'DOSSIER#1' } } }),
  ];

  it('gives what the dossier wrote a partition of its own, and leaves what it only read', () => {
    expect(ownPartitions(calls)).toEqual(new Set(['NUMBER#A', 'DOSSIER#1']));
    const [procedure, number, transaction, query] = scriptOf(calls).map(({ pieces }) =>
      JSON.parse(pieces.join('~7')),
    );
    expect(procedure).toEqual(calls[0]?.body);
    expect(number.Key.pk.S).toBe('NUMBER#A~7');
    expect(transaction.TransactItems[1].Put.Item).toEqual({
      pk: { S: 'DOSSIER#1~7' },
      sk: { S: 'HEAD' },
      unitPk: { S: 'UNIT#1' },
    });
    expect(query.ExpressionAttributeValues).toEqual({ ':pk': { S: 'DOSSIER#1~7' } });
  });

  it('gives every transaction a token of its own: the same one would be answered without being done', () => {
    const twice = scriptOf([...calls, ...calls]).filter(({ action }) => action === 'TransactWriteItems');
    const tokens = twice.map(({ pieces }) => JSON.parse(pieces.join('~7')).ClientRequestToken);
    expect(new Set(tokens).size).toBe(2);
  });
});
