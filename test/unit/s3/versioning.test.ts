import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, startS3 } from './s3-fixture.ts';

const Bucket = 'phien-ban';
let fixture: Fixture;
let client: S3Client;

beforeAll(async () => {
  fixture = await startS3();
  client = fixture.client();
  await fixture.s3.createBucket(Bucket, { versioning: true });
});
afterAll(() => fixture.close());

const put = (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket, Key, Body }));
const read = async (Key: string, VersionId?: string) =>
  (await client.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();

test('every version stays until it is removed for good', async () => {
  const one = await put('k', 'one');
  const two = await put('k', 'two');
  expect(one.VersionId).not.toBe(two.VersionId);
  expect(await read('k')).toBe('two');
  expect(await read('k', one.VersionId)).toBe('one');

  const marker = await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  expect(marker).toMatchObject({ DeleteMarker: true });
  await expect(read('k')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(read('k', marker.VersionId)).rejects.toMatchObject({ name: 'MethodNotAllowed' });
  expect(await read('k', two.VersionId)).toBe('two');
  expect((await client.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);

  const listed = await client.send(new ListObjectVersionsCommand({ Bucket }));
  expect(listed.DeleteMarkers?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
    [marker.VersionId, true],
  ]);
  expect(listed.Versions?.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
    [two.VersionId, false],
    [one.VersionId, false],
  ]);

  await fixture.reopen();
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: marker.VersionId }));
  expect(await read('k')).toBe('two');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: two.VersionId }));
  expect(await read('k')).toBe('one');
  await expect(read('k', two.VersionId)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  await expect(read('k', 'nonsense')).rejects.toMatchObject({ name: 'InvalidArgument' });
});

test('an old version is brought back by copying it', async () => {
  const old = await put('restore', 'old');
  await put('restore', 'new');
  await client.send(
    new CopyObjectCommand({
      Bucket,
      Key: 'restore',
      CopySource: `${Bucket}/restore?versionId=${old.VersionId}`,
    }),
  );
  expect(await read('restore')).toBe('old');
});

test('versions are listed page by page without loss', async () => {
  for (const n of [1, 2, 3]) for (const key of ['p/a', 'p/b']) await put(key, `${n}`);
  const seen: string[] = [];
  let markers: { KeyMarker?: string; VersionIdMarker?: string } = {};
  for (let more = true; more; ) {
    const page = await client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: 'p/', MaxKeys: 2, ...markers }),
    );
    for (const { Key, VersionId } of page.Versions ?? []) seen.push(`${Key} ${VersionId}`);
    markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } as typeof markers;
    more = page.IsTruncated ?? false;
  }
  expect(seen.map(item => item.slice(0, 3))).toEqual(['p/a', 'p/a', 'p/a', 'p/b', 'p/b', 'p/b']);
  expect(new Set(seen).size).toBe(6);
});

test('suspending keeps what there is and writes null versions over one another', async () => {
  const kept = await put('s', 'kept');
  await client.send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }),
  );
  expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Suspended');
  expect((await put('s', 'null 1')).VersionId).toBe('null');
  await put('s', 'null 2');
  expect(await read('s', 'null')).toBe('null 2');
  expect(await read('s', kept.VersionId)).toBe('kept');
  const { Versions } = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 's' }));
  expect(Versions).toHaveLength(2);
  await client.send(new DeleteObjectCommand({ Bucket, Key: 's' }));
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: 's' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  await client.send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
  );
});

test('events carry the version', async () => {
  const { VersionId } = await put('e', 'x');
  expect(fixture.events.at(-1)).toMatchObject({ kind: 'created', versionId: VersionId });
  const { VersionId: marker } = await client.send(new DeleteObjectCommand({ Bucket, Key: 'e' }));
  expect(fixture.events.at(-1)).toMatchObject({
    kind: 'deleted',
    cause: 'DeleteMarkerCreated',
    versionId: marker,
  });
});
