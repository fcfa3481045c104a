import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checksumOf } from '../../../local/s3/protocol/checksums.ts';
import { type Fixture, startS3 } from './s3-fixture.ts';

const Bucket = 'nhieu-phan';
const MIB = 1 << 20;
const first = Buffer.alloc(5 * MIB, 'first ');
const second = Buffer.from('the end');
let fixture: Fixture;
let client: S3Client;

beforeAll(async () => {
  fixture = await startS3();
  client = fixture.client();
  await fixture.s3.createBucket(Bucket, { versioning: false });
});
afterAll(() => fixture.close());

async function start(
  Key: string,
  more: Partial<CreateMultipartUploadCommandInput> = {},
  bodies: readonly Buffer[] = [first, second],
) {
  const { ChecksumAlgorithm } = more;
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }));
  const Parts: CompletedPart[] = [];
  for (const [at, Body] of bodies.entries()) {
    const part = await client.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: at + 1, Body, ChecksumAlgorithm }),
    );
    Parts.push({ PartNumber: at + 1, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 });
  }
  const complete = (parts = Parts, extra = {}) =>
    client.send(
      new CompleteMultipartUploadCommand({
        Bucket,
        Key,
        UploadId,
        MultipartUpload: { Parts: parts },
        ...extra,
      }),
    );
  return { UploadId, Parts, complete };
}

test('parts become one object, across a restart, and completing twice gives the same answer', async () => {
  const { UploadId, complete } = await start('whole', {
    ContentType: 'application/zip',
    Metadata: { a: 'b' },
    ChecksumAlgorithm: 'CRC32',
  });
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'whole' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  await fixture.reopen();
  const { Parts } = await client.send(new ListPartsCommand({ Bucket, Key: 'whole', UploadId }));
  expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
    [1, first.length],
    [2, second.length],
  ]);
  const done = await complete();
  const md5 = (data: Buffer) => createHash('md5').update(data).digest();
  expect(done.ETag).toBe(`"${md5(Buffer.concat([md5(first), md5(second)])).toString('hex')}-2"`);
  expect(done.ChecksumType).toBe('COMPOSITE');
  expect(await complete()).toMatchObject({ ETag: done.ETag });
  expect(fixture.events.filter(({ key }) => key === 'whole')).toMatchObject([
    { cause: 'CompleteMultipartUpload' },
  ]);

  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'whole' }));
  expect(got).toMatchObject({
    ContentType: 'application/zip',
    Metadata: { a: 'b' },
  });
  expect(
    Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Buffer.concat([first, second])),
  ).toBe(true);
  const part = await client.send(new GetObjectCommand({ Bucket, Key: 'whole', PartNumber: 2 }));
  expect(await part.Body?.transformToString()).toBe('the end');
  expect(part.PartsCount).toBe(2);
});

test.each(['CRC64NVME', 'CRC32'] as const)(
  'a full-object %s is computed, verified and kept',
  async algorithm => {
    const Key = `full-${algorithm}`;
    const sum = checksumOf(algorithm === 'CRC32' ? 'crc32' : 'crc64nvme', Buffer.concat([first, second]));
    const create = { ChecksumAlgorithm: algorithm, ChecksumType: 'FULL_OBJECT' } as const;
    const { complete, Parts } = await start(Key, create, []);
    const { UploadId } = await start(Key, create);
    expect(Parts).toEqual([]);
    const listed = await client.send(new ListPartsCommand({ Bucket, Key, UploadId }));
    const finish = (value: string) =>
      client.send(
        new CompleteMultipartUploadCommand({
          Bucket,
          Key,
          UploadId,
          ChecksumType: 'FULL_OBJECT',
          [`Checksum${algorithm}`]: value,
          MultipartUpload: { Parts: listed.Parts?.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })) },
        }),
      );
    await expect(
      finish(checksumOf(algorithm === 'CRC32' ? 'crc32' : 'crc64nvme', first)),
    ).rejects.toMatchObject({ name: 'BadDigest' });
    expect(await finish(sum)).toMatchObject({ [`Checksum${algorithm}`]: sum, ChecksumType: 'FULL_OBJECT' });
    await expect(complete()).rejects.toMatchObject({ name: 'MalformedXML' });
  },
);

test('wrong lists of parts are refused', async () => {
  const { Parts, complete } = await start('wrong', {}, [second, second]);
  const [one, two] = Parts;
  if (!one || !two) throw new Error('two parts were uploaded');
  await expect(complete([two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
  await expect(complete([{ ...one, ETag: '"0"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
  await expect(complete([one, two])).rejects.toMatchObject({ name: 'EntityTooSmall' });
  await complete([two]);
});

test('a part can be replaced, with the last one counting', async () => {
  const { UploadId, complete } = await start('again', {}, [second]);
  const part = await client.send(
    new UploadPartCommand({ Bucket, Key: 'again', UploadId, PartNumber: 1, Body: 'replaced' }),
  );
  await complete([{ PartNumber: 1, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 }]);
  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'again' }));
  expect(await got.Body?.transformToString()).toBe('replaced');
});

test('an aborted upload leaves nothing and cannot be completed', async () => {
  const { UploadId, complete } = await start('aborted', {}, [second]);
  await client.send(new AbortMultipartUploadCommand({ Bucket, Key: 'aborted', UploadId }));
  await expect(complete()).rejects.toMatchObject({ name: 'NoSuchUpload' });
  await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'aborted' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('If-None-Match * guards a completion too, and an upload id is no path', async () => {
  const { complete } = await start('guard', {}, [second]);
  await complete();
  const other = await start('guard', {}, [second]);
  await expect(other.complete(undefined, { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
  await expect(
    client.send(new AbortMultipartUploadCommand({ Bucket, Key: 'guard', UploadId: '../objects' })),
  ).rejects.toMatchObject({ name: 'NoSuchUpload' });
});
