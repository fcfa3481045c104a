import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import type { Endpoint } from './endpoint.ts';

/** What the application asks of its queues: at least once, hidden while worked on, set aside when it fails too often. */
export function queuesSuite(endpoint: () => Endpoint): void {
  let QueueUrl: string;
  let deadUrl: string;
  const send: Endpoint['sqs']['send'] = (...parts: never[]) =>
    Reflect.apply(endpoint().sqs.send, endpoint().sqs, parts);

  async function create(what: string, Attributes: Record<string, string>): Promise<string> {
    const { QueueUrl = '' } = await send(
      new CreateQueueCommand({ QueueName: endpoint().name(what), Attributes }),
    );
    endpoint().undo.push(() => send(new DeleteQueueCommand({ QueueUrl })));
    return QueueUrl;
  }

  const receive = async (from: string, VisibilityTimeout?: number) => {
    const { Messages } = await send(
      new ReceiveMessageCommand({
        QueueUrl: from,
        WaitTimeSeconds: 1,
        MaxNumberOfMessages: 1,
        MessageSystemAttributeNames: ['All'],
        ...(VisibilityTimeout !== undefined && { VisibilityTimeout }),
      }),
    );
    return Messages?.[0];
  };

  beforeAll(async () => {
    deadUrl = await create('dead', {});
    const { Attributes } = await send(
      new GetQueueAttributesCommand({ QueueUrl: deadUrl, AttributeNames: ['QueueArn'] }),
    );
    const RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: Attributes?.['QueueArn'],
      maxReceiveCount: 2,
    });
    QueueUrl = await create('work', { VisibilityTimeout: '60', RedrivePolicy });
  });

  it('a message is hidden from others while one works on it, comes back with a higher count, and is gone when deleted', async () => {
    await send(new SendMessageCommand({ QueueUrl, MessageBody: 'once more' }));
    const first = await eventually(() => receive(QueueUrl));
    expect(first).toMatchObject({ Body: 'once more', Attributes: { ApproximateReceiveCount: '1' } });
    expect(await receive(QueueUrl)).toBeUndefined();
    const shown = { QueueUrl, ReceiptHandle: first.ReceiptHandle, VisibilityTimeout: 0 };
    await send(new ChangeMessageVisibilityCommand(shown));
    const second = await eventually(() => receive(QueueUrl));
    expect(second).toMatchObject({
      MessageId: first.MessageId,
      Attributes: { ApproximateReceiveCount: '2' },
    });
    await send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: second.ReceiptHandle }));
    expect(await receive(QueueUrl)).toBeUndefined();
  });

  it('a message received too often ends among the dead letters', async () => {
    await send(new SendMessageCommand({ QueueUrl, MessageBody: 'hopeless' }));
    for (let time = 0; time < 2; time++) {
      const { ReceiptHandle } = await eventually(() => receive(QueueUrl));
      await send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    }
    const dead = await eventually(
      async () => {
        await receive(QueueUrl, 0);
        return receive(deadUrl);
      },
      { within: 60_000 },
    );
    expect(dead.Body).toBe('hopeless');
  });

  it('a batch tells of each message by itself', async () => {
    const Entries = [
      { Id: 'good', MessageBody: 'x' },
      { Id: 'bad', MessageBody: 'x', DelaySeconds: 901 },
    ];
    const { Successful, Failed } = await send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(Successful).toMatchObject([{ Id: 'good' }]);
    expect(Failed).toMatchObject([{ Id: 'bad', SenderFault: true }]);
  });
}
