import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Fixture, startS3 } from './s3-fixture.ts';

let fixture: Fixture;
let client: S3Client;
const Bucket = 'ho-so';

beforeAll(async () => {
  fixture = await startS3();
  client = fixture.client();
  await fixture.s3.createBucket(Bucket, { versioning: false });
});
afterAll(() => fixture.close());

const read = async (Key: string, more = {}) => {
  const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...answer, text: await answer.Body?.transformToString() };
};

describe('put, get, head, delete', () => {
  test('a buffered put with the default CRC32 comes back whole, with what was said of it', async () => {
    const put = await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'đơn/giấy khai sinh (1).pdf',
        Body: 'xin chào',
        ContentType: 'application/pdf',
        CacheControl: 'no-store',
        Metadata: { dossier: 'H01.2026' },
        Tagging: 'kind=form&ai=b%20c',
      }),
    );
    expect(put.ChecksumCRC32).toBeDefined();
    const got = await read('đơn/giấy khai sinh (1).pdf', { ChecksumMode: 'ENABLED' });
    expect(got).toMatchObject({
      text: 'xin chào',
      ETag: put.ETag,
      ChecksumCRC32: put.ChecksumCRC32,
      ContentType: 'application/pdf',
      CacheControl: 'no-store',
      Metadata: { dossier: 'H01.2026' },
      TagCount: 2,
      ContentLength: 9,
      ServerSideEncryption: 'AES256',
    });
  });

  test('a streamed put (aws-chunked with a trailer) is not corrupted', async () => {
    const bytes = Buffer.alloc(300_000, 'abcdefghijk');
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'streamed',
        Body: Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]),
        ContentLength: bytes.length,
      }),
    );
    const got = await read('streamed');
    expect(got.text).toBe(bytes.toString());
    expect(got.ContentEncoding).toBeUndefined();
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    '%s is verified by ours and theirs',
    async algorithm => {
      const put = await client.send(
        new PutObjectCommand({
          Bucket,
          Key: `sum-${algorithm}`,
          Body: 'x'.repeat(1003),
          ChecksumAlgorithm: algorithm,
        }),
      );
      const got = await read(`sum-${algorithm}`, { ChecksumMode: 'ENABLED' });
      const field = `Checksum${algorithm}` as const;
      expect(put[field]).toBeDefined();
      expect(got[field]).toBe(put[field]);
      expect(got.ChecksumType).toBe('FULL_OBJECT');
    },
  );

  test.each([
    ['ChecksumCRC32', 'AAAAAA=='],
    ['ChecksumCRC32C', 'AAAAAA=='],
    ['ChecksumCRC64NVME', 'AAAAAAAAAAA='],
    ['ChecksumSHA1', `${'A'.repeat(27)}=`],
    ['ChecksumSHA256', `${'A'.repeat(43)}=`],
    ['ContentMD5', `${'A'.repeat(22)}==`],
  ])('a wrong %s is rejected and nothing is stored', async (field, value) => {
    const put = client.send(
      new PutObjectCommand({ Bucket, Key: `bad-${field}`, Body: 'abc', [field]: value }),
    );
    await expect(put).rejects.toMatchObject({ name: 'BadDigest', $metadata: { httpStatusCode: 400 } });
    await expect(read(`bad-${field}`)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('ranges, part of the end, and one that cannot be satisfied', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'range', Body: '0123456789' }));
    expect(await read('range', { Range: 'bytes=2-4' })).toMatchObject({
      text: '234',
      ContentRange: 'bytes 2-4/10',
    });
    expect((await read('range', { Range: 'bytes=-3' })).text).toBe('789');
    expect((await read('range', { Range: 'bytes=8-' })).text).toBe('89');
    await expect(read('range', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  test('conditional reads', async () => {
    const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'if', Body: 'a' }));
    expect((await read('if', { IfMatch: ETag })).text).toBe('a');
    await expect(read('if', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(read('if', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(read('if', { IfModifiedSince: new Date(Date.now() + 60_000) })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(read('if', { IfUnmodifiedSince: new Date(0) })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });

  test('conditional writes: If-None-Match * and If-Match', async () => {
    const put = (more = {}) => client.send(new PutObjectCommand({ Bucket, Key: 'once', Body: 'a', ...more }));
    const { ETag } = await put({ IfNoneMatch: '*' });
    await expect(put({ IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(put({ IfMatch: '"0"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await put({ IfMatch: ETag });
    await expect(
      client.send(new PutObjectCommand({ Bucket, Key: 'missing', Body: 'a', IfMatch: ETag })),
    ).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('of many writers with If-None-Match * exactly one succeeds', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        client.send(new PutObjectCommand({ Bucket, Key: 'race', Body: `${n}`, IfNoneMatch: '*' })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('deleting removes; deleting nothing succeeds', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'gone', Body: 'a' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'gone' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  test('deleting many tells each', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'm<1>&', Body: 'a' }));
    const { Deleted } = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'm<1>&' }, { Key: 'never' }] } }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['m<1>&', 'never']);
    await expect(read('m<1>&')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('tagging and copying', () => {
  test('tagging does not touch the object', async () => {
    const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'tagged', Body: 'body' }));
    const TagSet = [{ Key: 'trạng thái', Value: 'đã quét & sạch' }];
    await expect(
      client.send(new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging: { TagSet } })),
    ).rejects.toMatchObject({ name: 'InvalidTag' });
    TagSet[0] = { Key: 'trạng thái', Value: 'đã quét: sạch' };
    await client.send(new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging: { TagSet } }));
    expect((await client.send(new GetObjectTaggingCommand({ Bucket, Key: 'tagged' }))).TagSet).toEqual(
      TagSet,
    );
    expect(await read('tagged')).toMatchObject({ text: 'body', ETag, TagCount: 1 });
    await client.send(new DeleteObjectTaggingCommand({ Bucket, Key: 'tagged' }));
    expect((await client.send(new GetObjectTaggingCommand({ Bucket, Key: 'tagged' }))).TagSet).toEqual([]);
    expect((await read('tagged')).text).toBe('body');
  });

  test('a copy keeps or replaces metadata, and refuses to copy onto itself unchanged', async () => {
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'nguồn 1',
        Body: 'copy',
        Metadata: { a: '1' },
        ContentType: 'text/x',
      }),
    );
    const CopySource = `${Bucket}/${encodeURIComponent('nguồn 1')}`;
    const { CopyObjectResult } = await client.send(
      new CopyObjectCommand({ Bucket, Key: 'copied', CopySource }),
    );
    expect(await read('copied')).toMatchObject({
      text: 'copy',
      ETag: CopyObjectResult?.ETag,
      Metadata: { a: '1' },
      ContentType: 'text/x',
    });
    await client.send(
      new CopyObjectCommand({
        Bucket,
        Key: 'copied',
        CopySource,
        MetadataDirective: 'REPLACE',
        Metadata: { b: '2' },
      }),
    );
    expect((await read('copied')).Metadata).toEqual({ b: '2' });
    await expect(
      client.send(new CopyObjectCommand({ Bucket, Key: 'nguồn 1', CopySource })),
    ).rejects.toMatchObject({ name: 'InvalidRequest' });
  });
});

test('keys of any characters are safe on disk', async () => {
  const keys = [
    '../../etc/passwd',
    '.',
    '..',
    'a//b',
    'a/./b',
    '😀'.repeat(256),
    "a'b(c)*!~+ %25&=?#",
    'nul\u0001',
  ];
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  for (const Key of keys) expect((await read(Key)).text).toBe(Key);
  await expect(
    client.send(new PutObjectCommand({ Bucket, Key: 'x'.repeat(1025), Body: '' })),
  ).rejects.toMatchObject({ name: 'KeyTooLongError' });
});

test('every change is announced with rising sequencers', async () => {
  const before = fixture.events.length;
  await client.send(new PutObjectCommand({ Bucket, Key: 'event', Body: 'abc' }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'event' }));
  const [created, deleted, ...others] = fixture.events.slice(before);
  expect(created).toMatchObject({ bucket: Bucket, key: 'event', kind: 'created', cause: 'Put', size: 3 });
  expect(deleted).toMatchObject({ bucket: Bucket, key: 'event', kind: 'deleted' });
  expect(others).toEqual([]);
  expect((created?.sequencer ?? '') < (deleted?.sequencer ?? '')).toBe(true);
});

test('what is not supported says so by name', async () => {
  await expect(
    client.send(new PutObjectCommand({ Bucket, Key: 'lock', Body: '', ObjectLockMode: 'COMPLIANCE' })),
  ).rejects.toMatchObject({
    name: 'NotImplemented',
    message: expect.stringContaining('x-amz-object-lock-mode'),
  });
});
