import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectLockConfigurationCommand,
  HeadObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { worldClock } from '../../../local/host/clock.ts';
import { type Fixture, startS3 } from './s3-fixture.ts';

const Bucket = 'khoa';
const DAY = 24 * 3600 * 1000;
let fixture: Fixture;
let client: S3Client;
let later = 0;

beforeAll(async () => {
  const world = worldClock();
  const clock = { ...world, now: () => world.now() + later };
  fixture = await startS3({ clock, signingTime: world.now });
  client = fixture.client();
  await fixture.s3.createBucket(Bucket, { versioning: false, lock: { mode: 'GOVERNANCE', days: 30 } });
});
afterAll(() => fixture.close());

const put = (Key: string, Body: string, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

test('a bucket locks every version that comes, and says so', async () => {
  const { ObjectLockConfiguration } = await client.send(new GetObjectLockConfigurationCommand({ Bucket }));
  expect(ObjectLockConfiguration?.Rule?.DefaultRetention).toMatchObject({ Mode: 'GOVERNANCE', Days: 30 });
  await put('a', 'one');
  const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'a' }));
  expect(head.ObjectLockMode).toBe('GOVERNANCE');
  const until = head.ObjectLockRetainUntilDate?.getTime() ?? 0;
  expect(until - (head.LastModified?.getTime() ?? 0)).toBeGreaterThanOrEqual(30 * DAY);
  await client.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/a` }));
  expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'b' }))).ObjectLockMode).toBe('GOVERNANCE');
});

test('a locked version is neither removed nor written over, before its time and over a restart', async () => {
  const { VersionId } = await put('c', 'one');
  await expect(put('c', 'two', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const remove = () => client.send(new DeleteObjectCommand({ Bucket, Key: 'c', VersionId }));
  await expect(remove()).rejects.toMatchObject({ name: 'AccessDenied' });
  const bypassing = new DeleteObjectCommand({ Bucket, Key: 'c', VersionId, BypassGovernanceRetention: true });
  await expect(client.send(bypassing)).rejects.toMatchObject({ name: 'AccessDenied' });
  const { Errors } = await client.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'c', VersionId }] } }),
  );
  expect(Errors?.map(({ Code }) => Code)).toEqual(['AccessDenied']);
  await fixture.reopen();
  await expect(remove()).rejects.toMatchObject({ name: 'AccessDenied' });
  // As in S3: without a version, a mark that it is deleted is laid over it, and it stays.
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'c' }));
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'c', VersionId }));
  expect(await Body?.transformToString()).toBe('one');
  later = 31 * DAY;
  await remove();
  await expect(client.send(new GetObjectCommand({ Bucket, Key: 'c', VersionId }))).rejects.toMatchObject({
    name: 'NoSuchVersion',
  });
  later = 0;
});

test('its bucket goes on keeping versions, and a bucket without a lock has none', async () => {
  const suspend = { Bucket, VersioningConfiguration: { Status: 'Suspended' as const } };
  await expect(client.send(new PutBucketVersioningCommand(suspend))).rejects.toMatchObject({
    name: 'InvalidBucketState',
  });
  await fixture.s3.createBucket('khong-khoa', { versioning: true });
  await expect(
    client.send(new GetObjectLockConfigurationCommand({ Bucket: 'khong-khoa' })),
  ).rejects.toMatchObject({ name: 'ObjectLockConfigurationNotFoundError' });
});
