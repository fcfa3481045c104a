// The worked examples of Amazon S3's documentation of Signature Version 4, with its access key and its dates.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { openS3, type S3 } from '../../../local/s3/s3.ts';

const ACCESS_KEY = 'AKIAIOSFODNN7EXAMPLE';
const scope = '20130524/us-east-1/s3/aws4_request';
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
let folder: string;
let s3: S3;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-doc-'));
  s3 = await openS3({
    clock: virtualClock(Date.parse('2013-05-24T00:00:00Z')),
    folder,
    region: 'us-east-1',
    credentials: id => (id === ACCESS_KEY ? 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' : undefined),
    announce: () => undefined,
  });
  await s3.createBucket('examplebucket', { versioning: false });
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

const authorization = (signed: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/${scope},SignedHeaders=${signed},Signature=${signature}`;
const host = 'examplebucket.s3.amazonaws.com';
const date = '20130524T000000Z';

test('PUT Object', async () => {
  const answer = await s3.handle({
    method: 'PUT',
    path: '/test%24file.text',
    query: '',
    headers: {
      host,
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-date': date,
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      authorization: authorization(
        'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
        '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
      ),
    },
    body: Buffer.from('Welcome to Amazon S3.'),
  });
  expect(answer).toMatchObject({ status: 200 });
});

test('PUT Object in signed chunks', async () => {
  const chunk = (size: number, signature: string) =>
    Buffer.concat([
      Buffer.from(`${size.toString(16)};chunk-signature=${signature}\r\n`),
      Buffer.alloc(size, 'a'),
      Buffer.from('\r\n'),
    ]);
  const body = Buffer.concat([
    chunk(65536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'),
    chunk(1024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'),
    chunk(0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9'),
  ]);
  const put = (sent: Buffer) =>
    s3.handle({
      method: 'PUT',
      path: '/examplebucket/chunkObject.txt',
      query: '',
      headers: {
        host: 's3.amazonaws.com',
        'x-amz-date': date,
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '66560',
        'content-length': '66824',
        authorization: authorization(
          'content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class',
          '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
        ),
      },
      body: sent,
    });
  const tampered = Buffer.from(body);
  tampered[100] = 98;
  expect(await put(tampered)).toMatchObject({
    status: 403,
    body: expect.stringContaining('SignatureDoesNotMatch'),
  });
  expect(await put(body)).toMatchObject({ status: 200 });
});

test('GET Object with a range, and a presigned GET', async () => {
  const get = (query: string, headers: Record<string, string>) =>
    s3.handle({
      method: 'GET',
      path: '/test.txt',
      query,
      headers: { host, ...headers },
      body: Buffer.alloc(0),
    });
  const ranged = {
    range: 'bytes=0-9',
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': date,
    authorization: authorization(
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ),
  };
  const presigned = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${ACCESS_KEY}%2F${encodeURIComponent(scope)}&X-Amz-Date=${date}&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`;
  // The signature holds, so all that is wrong is that there is no such object.
  for (const answer of [await get('', ranged), await get(presigned, {})])
    expect(answer).toMatchObject({ status: 404, body: expect.stringContaining('NoSuchKey') });
});
