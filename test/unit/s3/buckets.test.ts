import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, REGION, startS3 } from './s3-fixture.ts';

let fixture: Fixture;
let client: S3Client;

beforeAll(async () => {
  fixture = await startS3();
  client = fixture.client();
});
afterAll(() => fixture.close());

test('a bucket is created, found, listed and deleted when empty', async () => {
  const Bucket = 'moi.tao-1';
  await client.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
  );
  await expect(client.send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: 'BucketAlreadyOwnedByYou',
  });
  expect((await client.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe(REGION);
  expect((await client.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBe(REGION);
  expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
  const { ServerSideEncryptionConfiguration } = await client.send(new GetBucketEncryptionCommand({ Bucket }));
  expect(
    ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
  ).toBe('AES256');
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  await fixture.reopen();
  expect((await client.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual([Bucket]);
  await expect(client.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: 'BucketNotEmpty',
  });
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  await client.send(new DeleteBucketCommand({ Bucket }));
  await expect(client.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'NotFound' });
  await expect(client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test.each(['ab', 'UPPER', '..', 'a..b', '192.168.0.1', '-ab', 'a_b'])(
  'the name %s is refused',
  async name => {
    await expect(fixture.s3.createBucket(name, { versioning: false })).rejects.toThrow(name);
  },
);

test("the host's creation is idempotent and keeps what is in the bucket", async () => {
  await fixture.s3.createBucket('khuon', { versioning: false });
  await client.send(new PutObjectCommand({ Bucket: 'khuon', Key: 'k', Body: 'x' }));
  await fixture.s3.createBucket('khuon', { versioning: true });
  expect((await client.send(new GetBucketVersioningCommand({ Bucket: 'khuon' }))).Status).toBe('Enabled');
  await fixture.s3.createBucket('khuon', { versioning: false });
  expect((await client.send(new GetBucketVersioningCommand({ Bucket: 'khuon' }))).Status).toBe('Suspended');
  await expect(client.send(new DeleteBucketCommand({ Bucket: 'khuon' }))).rejects.toMatchObject({
    name: 'BucketNotEmpty',
  });
});

test('operations it does not have are refused by name', async () => {
  await fixture.s3.createBucket('khong-co', { versioning: false });
  const Bucket = 'khong-co';
  const refusals: [() => Promise<unknown>, string][] = [
    [() => client.send(new GetBucketAclCommand({ Bucket })), 'GetBucketAcl'],
    [
      () => client.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
      'GetBucketLifecycleConfiguration',
    ],
    [() => client.send(new ListObjectsCommand({ Bucket })), 'ListObjects'],
    [
      () =>
        client.send(
          new UploadPartCopyCommand({ Bucket, Key: 'k', UploadId: 'u', PartNumber: 1, CopySource: 'a/b' }),
        ),
      'UploadPartCopy',
    ],
  ];
  for (const [refusal, operation] of refusals)
    await expect(refusal()).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining(operation),
    });
});
