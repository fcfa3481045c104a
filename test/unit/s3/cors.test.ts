import {
  GetBucketCorsCommand,
  GetObjectCommand,
  PutBucketCorsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorOf, type Fixture, startS3 } from './s3-fixture.ts';

const Bucket = 'cong';
let fixture: Fixture;

beforeAll(async () => {
  fixture = await startS3();
  await fixture.s3.createBucket(Bucket, {
    versioning: false,
    cors: [
      {
        allowedOrigins: ['https://*.gov.vn'],
        allowedMethods: ['PUT', 'GET'],
        allowedHeaders: ['Content-*', 'x-amz-checksum-crc32'],
        exposedHeaders: ['ETag'],
        maxAge: 600,
      },
    ],
  });
  await fixture.s3.createBucket('dong', { versioning: false });
});
afterAll(() => fixture.close());

const preflight = (headers: Record<string, string>, bucket = Bucket) =>
  fetch(`${fixture.url}/${bucket}/tệp`, { method: 'OPTIONS', headers });
const asked = {
  origin: 'https://dichvucong.gov.vn',
  'access-control-request-method': 'PUT',
  'access-control-request-headers': 'content-type, x-amz-checksum-crc32',
};

test('a preflight within a rule is granted, without a signature', async () => {
  const answer = await preflight(asked);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'access-control-allow-origin': 'https://dichvucong.gov.vn',
    'access-control-allow-methods': 'PUT, GET',
    'access-control-allow-headers': 'content-type, x-amz-checksum-crc32',
    'access-control-expose-headers': 'ETag',
    'access-control-max-age': '600',
    'access-control-allow-credentials': 'true',
    vary: expect.stringContaining('Origin'),
  });
});

test.each([
  ['another origin', { ...asked, origin: 'https://evil.example' }],
  ['another method', { ...asked, 'access-control-request-method': 'DELETE' }],
  ['another header', { ...asked, 'access-control-request-headers': 'x-amz-meta-role' }],
])('a preflight with %s is refused', async (_, headers) => {
  expect(await errorOf(await preflight(headers))).toMatchObject({ status: 403, code: 'AccessForbidden' });
});

test('a bucket without rules says that CORS is not enabled', async () => {
  expect((await errorOf(await preflight(asked, 'dong'))).text).toContain(
    'CORS is not enabled for this bucket',
  );
});

test('real requests of an allowed origin carry the headers, refusals too; of others not', async () => {
  const client = fixture.client();
  await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'k' }));
  const { origin } = asked;
  expect((await fetch(url, { headers: { origin } })).headers.get('access-control-allow-origin')).toBe(origin);
  const refused = await fetch(`${fixture.url}/${Bucket}/k`, { headers: { origin } });
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, origin]);
  const other = await fetch(url, { headers: { origin: 'https://evil.example' } });
  expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([200, null]);
});

test('rules are set and read over the wire and survive a restart', async () => {
  const client = fixture.client();
  const CORSRules = [
    { AllowedOrigins: ['*'], AllowedMethods: ['GET'], AllowedHeaders: ['*'], MaxAgeSeconds: 5 },
  ];
  await client.send(new PutBucketCorsCommand({ Bucket: 'dong', CORSConfiguration: { CORSRules } }));
  await fixture.reopen();
  expect((await client.send(new GetBucketCorsCommand({ Bucket: 'dong' }))).CORSRules).toEqual(CORSRules);
  const granted = await preflight({ origin: 'http://a', 'access-control-request-method': 'GET' }, 'dong');
  expect(granted.headers.get('access-control-allow-origin')).toBe('*');
});
