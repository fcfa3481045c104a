import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendAll } from '../../../functions/kernel/queue/send-all.ts';
import { briefly, noPauses } from '../../../functions/kernel/retry/retry.ts';
import { serviceError } from './table-client.ts';

const client = new SQSClient({ region: 'ap-southeast-1' });
const mock = mockClient(client);
beforeEach(() => mock.reset());

const URL = 'https://sqs.ap-southeast-1.amazonaws.com/000000000000/nudges';
const send = (count: number) =>
  sendAll(
    client,
    URL,
    Array.from({ length: count }, (_, nth) => ({ nth })),
    noPauses,
  );
const sent = () =>
  mock
    .commandCalls(SendMessageBatchCommand)
    .map(({ args }) =>
      (args[0].input.Entries ?? []).map(({ MessageBody = '' }) => JSON.parse(MessageBody).nth),
    );
const failed = (...ids: readonly string[]) => ({
  Successful: [],
  Failed: ids.map(Id => ({ Id, Code: 'InternalError', SenderFault: false })),
});

describe('messages to a queue', () => {
  it('go ten at a time, and only those of a batch that were not taken go again', async () => {
    mock
      .on(SendMessageBatchCommand)
      .resolvesOnce(failed('1', '7'))
      .resolvesOnce(failed('7'))
      .resolves({ Successful: [], Failed: [] });
    await send(12);
    expect(sent()).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 7], [7], [10, 11]]);
  });

  it('that are never taken are a fault, so that whoever sent them sends them again', async () => {
    mock.on(SendMessageBatchCommand).resolves(failed('0'));
    await expect(send(2)).rejects.toThrow('1 message(s) were not taken');
    expect(sent()).toHaveLength(briefly.tries);
  });

  it('fail as they are where the whole request does', async () => {
    mock.on(SendMessageBatchCommand).rejects(serviceError('RequestThrottled'));
    await expect(send(2)).rejects.toThrow('RequestThrottled');
    expect(sent()).toHaveLength(1);
  });

  it('are none where there is nothing to say', async () => {
    await send(0);
    expect(sent()).toEqual([]);
  });
});
