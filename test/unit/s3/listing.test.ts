import { ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fixture, startS3 } from './s3-fixture.ts';

const Bucket = 'danh-sach';
const keys = ['a/1', 'a/2', 'a/x/1', 'b', 'c/1', 'ă', '\uffee', '😀', 'z & <z>'];
let fixture: Fixture;
let client: S3Client;

beforeAll(async () => {
  fixture = await startS3();
  client = fixture.client();
  await fixture.s3.createBucket(Bucket, { versioning: false });
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
});
afterAll(() => fixture.close());

const list = async (query = {}) => {
  const {
    Contents = [],
    CommonPrefixes = [],
    ...rest
  } = await client.send(new ListObjectsV2Command({ Bucket, ...query }));
  return {
    keys: Contents.map(({ Key }) => Key),
    prefixes: CommonPrefixes.map(({ Prefix }) => Prefix),
    rest,
    Contents,
  };
};
const inOrder = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

test('keys come in the order of their UTF-8 bytes, with size and ETag', async () => {
  const all = await list();
  expect(all.keys).toEqual(inOrder);
  expect(all.Contents[0]).toMatchObject({
    Size: 3,
    StorageClass: 'STANDARD',
    ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
  });
  await fixture.reopen();
  expect((await list()).keys).toEqual(inOrder);
});

test('prefix, delimiter and start-after', async () => {
  expect((await list({ Prefix: 'a/' })).keys).toEqual(['a/1', 'a/2', 'a/x/1']);
  expect(await list({ Delimiter: '/' })).toMatchObject({
    prefixes: ['a/', 'c/'],
    keys: expect.arrayContaining(['b', 'ă']),
  });
  expect(await list({ Prefix: 'a/', Delimiter: '/' })).toMatchObject({
    keys: ['a/1', 'a/2'],
    prefixes: ['a/x/'],
  });
  expect((await list({ StartAfter: 'c/1' })).keys).toEqual(inOrder.slice(inOrder.indexOf('c/1') + 1));
});

test.each([undefined, '/'])('pages with delimiter %s neither skip nor repeat', async Delimiter => {
  const whole = await list({ Delimiter });
  for (const MaxKeys of [1, 2, 3]) {
    const [seenKeys, seenPrefixes]: [unknown[], unknown[]] = [[], []];
    for (let ContinuationToken: string | undefined, more = true; more; ) {
      const page = await list({ Delimiter, MaxKeys, ContinuationToken });
      seenKeys.push(...page.keys);
      seenPrefixes.push(...page.prefixes);
      expect(page.keys.length + page.prefixes.length).toBeLessThanOrEqual(MaxKeys);
      ContinuationToken = page.rest.NextContinuationToken;
      more = page.rest.IsTruncated ?? false;
    }
    expect([seenKeys, seenPrefixes]).toEqual([whole.keys, whole.prefixes]);
  }
});

test('encoding-type url encodes keys', async () => {
  expect((await list({ EncodingType: 'url', Prefix: 'z' })).keys).toEqual(['z%20%26%20%3Cz%3E']);
  await expect(list({ ContinuationToken: 'nonsense' })).rejects.toMatchObject({ name: 'InvalidArgument' });
});
