import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, BatchWriteCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { briefly } from '../../../functions/kernel/retry/retry.ts';
import { fetchItems } from '../../../functions/kernel/table/fetch-items.ts';
import { transact } from '../../../functions/kernel/table/transact.ts';
import { dynamoOrganizationStore } from '../../../functions/records/organization/organization-store.ts';
import type { Officer } from '../../../schemas/organization/unit.ts';
import { answerLost, mockedTable, serviceError } from './table-client.ts';

const canceled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: codes.map(Code => ({
      Code,
      ...(Code === 'ConditionalCheckFailed' && { Item: { count: { N: '7' } } }),
    })),
  });

const put = (name: string) => ({
  name,
  write: { Put: { TableName: 'records', Item: { pk: name, sk: '1' } } },
});

describe('a transaction', () => {
  it('that collided with others is made again after pauses that grow', async () => {
    const { table, mock, slept } = mockedTable();
    const sent = mock.on(TransactWriteCommand);
    sent
      .rejectsOnce(canceled('None', 'TransactionConflict'))
      .rejectsOnce(canceled('ThrottlingError', 'None'))
      .rejectsOnce(canceled('ProvisionedThroughputExceeded', 'None'))
      .resolves({});
    expect(await transact(table, [put('a'), put('b')])).toEqual({ done: true });
    expect(slept).toEqual([10, 20, 40]);
  });

  it('that collides each time is refused as too busy, and not tried for ever', async () => {
    const { table, mock } = mockedTable();
    mock.on(TransactWriteCommand).rejects(canceled('TransactionConflict'));
    await expect(transact(table, [put('a')])).rejects.toMatchObject({ code: 'too-busy' });
    expect(mock.commandCalls(TransactWriteCommand)).toHaveLength(briefly.tries);
  });

  it('whose condition does not hold is told with what was there, also where another write collided', async () => {
    const { table, mock } = mockedTable();
    mock.on(TransactWriteCommand).rejects(canceled('TransactionConflict', 'ConditionalCheckFailed'));
    const outcome = await transact(table, [put('a'), put('b')]);
    expect(outcome).toEqual({ done: false, failed: 'b', found: { count: 7 } });
  });

  it('that the client gave up for too many requests is too busy at once: the client has tried', async () => {
    for (const name of ['ThrottlingException', 'ProvisionedThroughputExceededException']) {
      const { table, mock, slept } = mockedTable();
      mock.on(TransactWriteCommand).rejects(serviceError(name));
      await expect(transact(table, [put('a')])).rejects.toMatchObject({ code: 'too-busy' });
      expect(slept).toEqual([]);
    }
  });

  it('that is wrong, or whose answer was lost, fails as it is: neither is a collision', async () => {
    for (const error of [canceled('ValidationError'), answerLost()]) {
      const { table, mock, slept } = mockedTable();
      mock.on(TransactWriteCommand).rejects(error);
      await expect(transact(table, [put('a')])).rejects.toBe(error);
      expect(slept).toEqual([]);
    }
  });
});

describe('a batch', () => {
  const keys = ['a', 'b', 'c'].map(pk => ({ pk, sk: '1' }));

  it('of which the table left keys out is asked for the rest, until all is there', async () => {
    const { table, mock } = mockedTable();
    const [a, b, c] = keys;
    mock
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { records: [{ ...b, n: 2 }] },
        UnprocessedKeys: { records: { Keys: [{ ...a }, { ...c }] } },
      })
      .resolvesOnce({ UnprocessedKeys: { records: { Keys: [{ ...a }, { ...c }] } } })
      .resolves({ Responses: { records: [{ ...a, n: 1 }] } });
    const found = await fetchItems(table, keys);
    expect(keys.map(key => found(key)?.['n'])).toEqual([1, 2, undefined]);
    const asked = mock
      .commandCalls(BatchGetCommand)
      .map(call => call.args[0].input.RequestItems?.['records']?.Keys);
    expect(asked).toEqual([keys, [a, c], [a, c]]);
  });

  it('of which keys are always left out is too busy: nothing is shown as if it were not there', async () => {
    const { table, mock } = mockedTable();
    mock.on(BatchGetCommand).resolves({ UnprocessedKeys: { records: { Keys: [{ pk: 'a', sk: '1' }] } } });
    await expect(fetchItems(table, keys)).rejects.toMatchObject({ code: 'too-busy' });
    expect(mock.commandCalls(BatchGetCommand)).toHaveLength(briefly.tries);
  });

  const officers: Officer[] = ['lan.h44-101', 'minh.h44-101'].map(id => ({
    id,
    name: id,
    unit: 'H44.101',
    roles: ['handler'],
    active: true,
  }));

  it('of officers that was taken in part is sent again for those that were left', async () => {
    const { table, mock } = mockedTable();
    const left = { records: [{ PutRequest: { Item: { pk: 'OFFICER', sk: 'OFFICER#minh.h44-101' } } }] };
    mock.on(BatchWriteCommand).resolvesOnce({ UnprocessedItems: left }).resolves({ UnprocessedItems: {} });
    await dynamoOrganizationStore(table).recordOfficers(officers);
    const sent = mock.commandCalls(BatchWriteCommand).map(call => call.args[0].input.RequestItems);
    expect(sent.map(items => items?.['records']?.length)).toEqual([2, 1]);
    expect(sent[1]).toEqual(left);
  });

  it('of officers that is never taken whole is too busy, so that whoever recorded them knows', async () => {
    const { table, mock } = mockedTable();
    const left = { records: [{ PutRequest: { Item: { pk: 'OFFICER', sk: 'OFFICER#minh.h44-101' } } }] };
    mock.on(BatchWriteCommand).resolves({ UnprocessedItems: left });
    await expect(dynamoOrganizationStore(table).recordOfficers(officers)).rejects.toMatchObject({
      code: 'too-busy',
    });
    expect(mock.commandCalls(BatchWriteCommand)).toHaveLength(briefly.tries);
  });
});
