import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import {
  CreateQueueCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, it, onTestFinished } from 'vitest';
import { bootHost } from '../../../local/host/boot.ts';
import { silentLog } from '../../../local/host/log.ts';
import { eventually, temporaryFolder } from './support.ts';

it('a bare host answers every protocol of AWS that it has on one port, to any client', {
  timeout: 30_000,
}, async () => {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const host = await bootHost({
    bare: true,
    dataFolder: temporaryFolder(),
    port: 0,
    log: silentLog,
    clients: [credentials],
  });
  onTestFinished(() => host.stop());
  expect(host.apiUrl).toBeUndefined();
  const options = { region: 'ap-southeast-1', endpoint: host.awsUrl, credentials };
  expect((await fetch(`${host.awsUrl}/healthz`)).status).toBe(200);

  const table = new DynamoDBClient(options);
  const AttributeDefinitions = [{ AttributeName: 'id', AttributeType: 'S' as const }];
  await table.send(
    new CreateTableCommand({
      TableName: 'things',
      AttributeDefinitions,
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  expect((await table.send(new DescribeTableCommand({ TableName: 'things' }))).Table?.TableName).toBe(
    'things',
  );

  const s3 = new S3Client(options);
  await s3.send(
    new CreateBucketCommand({
      Bucket: 'things',
      CreateBucketConfiguration: { LocationConstraint: 'ap-southeast-1' },
    }),
  );
  await s3.send(new PutObjectCommand({ Bucket: 'things', Key: 'a', Body: 'b' }));
  expect(
    await (await s3.send(new GetObjectCommand({ Bucket: 'things', Key: 'a' }))).Body?.transformToString(),
  ).toBe('b');
  await expect(
    new S3Client({ ...options, credentials: { accessKeyId: 'test', secretAccessKey: 'wrong' } }).send(
      new GetObjectCommand({ Bucket: 'things', Key: 'a' }),
    ),
  ).rejects.toThrow('signature');

  const sqs = new SQSClient(options);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'things' }));
  await sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: 'hi',
      MessageAttributes: { a: { DataType: 'String', StringValue: 'b' } },
    }),
  );
  expect(
    (
      await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, MessageAttributeNames: ['All'] }),
      )
    ).Messages,
  ).toMatchObject([{ Body: 'hi', MessageAttributes: { a: { StringValue: 'b' } } }]);
  await expect(
    sqs.send(new SendMessageCommand({ QueueUrl: `${host.awsUrl}/0/none`, MessageBody: 'x' })),
  ).rejects.toBeInstanceOf(QueueDoesNotExist);

  const sfn = new SFNClient(options);
  const definition = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: { A: { Type: 'Pass', Output: '{% 6 * 7 %}', End: true } },
  });
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({ name: 'm', definition, roleArn: 'arn:aws:iam::000000000000:role/r' }),
  );
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
  const ended = await eventually(async () => {
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return execution.status === 'RUNNING' ? undefined : execution;
  });
  expect(ended).toMatchObject({ status: 'SUCCEEDED', output: '42' });
});
