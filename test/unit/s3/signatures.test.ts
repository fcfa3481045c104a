import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type VirtualClock, virtualClock } from '../../../local/host/clock.ts';
import { ACCESS_KEY, errorOf, type Fixture, REGION, SECRET, startS3 } from './s3-fixture.ts';

const Bucket = 'tep-tin';
const MINUTE = 60_000;
let fixture: Fixture;
let client: S3Client;
let clock: VirtualClock;
let signedAt: Date;

beforeAll(async () => {
  clock = virtualClock(Date.parse('2026-03-02T08:00:00Z'));
  fixture = await startS3({ clock });
  client = fixture.client();
  await fixture.s3.createBucket(Bucket, { versioning: false });
});
beforeEach(() => {
  signedAt = new Date(clock.now());
});
afterAll(() => fixture.close());

const presignPut = (Key: string, more = {}, options = {}) =>
  getSignedUrl(client, new PutObjectCommand({ Bucket, Key, ...more }), {
    expiresIn: 900,
    signingDate: signedAt,
    ...options,
  });
const presignGet = (Key: string, more = {}) =>
  getSignedUrl(client, new GetObjectCommand({ Bucket, Key, ...more }), {
    expiresIn: 900,
    signingDate: signedAt,
  });

describe('presigned links', () => {
  test('PUT and GET work, response headers can be overridden', async () => {
    const put = await fetch(await presignPut('đơn.txt'), { method: 'PUT', body: 'nội dung' });
    expect(put.status).toBe(200);
    const got = await fetch(
      await presignGet('đơn.txt', { ResponseContentDisposition: 'attachment; filename="don.txt"' }),
    );
    expect(await got.text()).toBe('nội dung');
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="don.txt"');
  });

  test('a wrong signed content-type is rejected', async () => {
    const url = await presignPut(
      'typed.pdf',
      { ContentType: 'application/pdf' },
      { signableHeaders: new Set(['content-type']) },
    );
    const wrong = await fetch(url, { method: 'PUT', body: 'x', headers: { 'content-type': 'text/html' } });
    expect(await errorOf(wrong)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    const right = await fetch(url, {
      method: 'PUT',
      body: 'x',
      headers: { 'content-type': 'application/pdf' },
    });
    expect(right.status).toBe(200);
  });

  test('a wrong signed length is rejected', async () => {
    const url = await presignPut(
      'sized.bin',
      { ContentLength: 4 },
      { signableHeaders: new Set(['content-length']) },
    );
    expect(await errorOf(await fetch(url, { method: 'PUT', body: 'five!' }))).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    });
    expect((await fetch(url, { method: 'PUT', body: 'four' })).status).toBe(200);
  });

  test('a signed checksum header holds the body to it; one in the query is ignored, as by S3', async () => {
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from('right'))).toString(
      'base64',
    );
    const headers = { 'x-amz-checksum-sha256': sha256 };
    const unhoistableHeaders = new Set(['x-amz-checksum-sha256']);
    const url = await presignPut('sum', { ChecksumSHA256: sha256 }, { unhoistableHeaders });
    expect(await errorOf(await fetch(url, { method: 'PUT', body: 'wrong', headers }))).toMatchObject({
      status: 400,
      code: 'BadDigest',
    });
    expect((await fetch(url, { method: 'PUT', body: 'right', headers })).status).toBe(200);
    const hoisted = await presignPut('sum', { ChecksumSHA256: sha256 });
    expect((await fetch(hoisted, { method: 'PUT', body: 'other' })).status).toBe(200);
  });

  test('metadata counts in the query of a link, tags only as a signed header, as with S3', async () => {
    const more = { Metadata: { dossier: 'H01' }, Tagging: 'kind=form' };
    expect((await fetch(await presignPut('described', more), { method: 'PUT', body: 'x' })).status).toBe(200);
    const inQuery = await fetch(await presignGet('described'));
    expect([inQuery.headers.get('x-amz-meta-dossier'), inQuery.headers.get('x-amz-tagging-count')]).toEqual([
      'H01',
      null,
    ]);
    const url = await presignPut('described', more, { unhoistableHeaders: new Set(['x-amz-tagging']) });
    const put = await fetch(url, { method: 'PUT', body: 'x', headers: { 'x-amz-tagging': 'kind=form' } });
    expect(put.status).toBe(200);
    expect((await fetch(await presignGet('described'))).headers.get('x-amz-tagging-count')).toBe('1');
  });

  test('a tampered key, method or parameter is rejected', async () => {
    const url = await presignPut('mine.txt');
    const tampered = await fetch(url.replace('mine.txt', 'yours.txt'), { method: 'PUT', body: 'x' });
    expect(await errorOf(tampered)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await errorOf(await fetch(url))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await errorOf(await fetch(url.replace('Expires=900', 'Expires=9000')))).toMatchObject({
      status: 403,
    });
    expect(await errorOf(await fetch(url.replace('Expires=900', 'Expires=999999')))).toMatchObject({
      code: 'AuthorizationQueryParametersError',
    });
    expect(await errorOf(await fetch(url.replace(ACCESS_KEY, 'AKIDNOBODY')))).toMatchObject({
      code: 'InvalidAccessKeyId',
    });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'yours.txt' }))).rejects.toThrow();
  });

  test('a header that was not signed is refused', async () => {
    const url = await presignPut('meta.txt');
    const put = await fetch(url, { method: 'PUT', body: 'x', headers: { 'x-amz-meta-role': 'leader' } });
    expect(await errorOf(put)).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test('a link works until its last second and not after', async () => {
    const url = await presignPut('late.txt');
    await clock.advanceTo(signedAt.getTime() + 15 * MINUTE);
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(200);
    await clock.advanceTo(signedAt.getTime() + 15 * MINUTE + 1000);
    const late = await errorOf(await fetch(url, { method: 'PUT', body: 'x' }));
    expect(late).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(late.text).toContain('Request has expired');
  });

  test('a link from the future is refused', async () => {
    signedAt = new Date(clock.now() + 60 * MINUTE);
    expect(await errorOf(await fetch(await presignGet('đơn.txt')))).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
  });
});

describe('signed requests', () => {
  const signedNow = (more = {}) =>
    new S3Client({
      endpoint: fixture.url,
      region: REGION,
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET },
      systemClockOffset: clock.now() - Date.now(),
      ...more,
    });

  test('without a signature nothing is answered', async () => {
    expect(await errorOf(await fetch(`${fixture.url}/${Bucket}/x`))).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
    expect(await errorOf(await fetch(fixture.url))).toMatchObject({ status: 403, code: 'AccessDenied' });
    const put = await fetch(`${fixture.url}/${Bucket}/x`, { method: 'PUT', body: 'x' });
    expect(await errorOf(put)).toMatchObject({ status: 403, code: 'AccessDenied' });
  });

  test.each([
    [
      'a wrong secret',
      { credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: 'guess' } },
      'SignatureDoesNotMatch',
    ],
    [
      'an unknown key',
      { credentials: { accessKeyId: 'AKIDNOBODY', secretAccessKey: SECRET } },
      'InvalidAccessKeyId',
    ],
    ['another region', { region: 'eu-west-1' }, 'AuthorizationHeaderMalformed'],
  ])('%s is refused', async (_, config, name) => {
    const get = signedNow(config).send(new GetObjectCommand({ Bucket, Key: 'x' }));
    await expect(get).rejects.toMatchObject({ name });
  });

  test('a clock that is off by more than 15 minutes is refused, and the SDK rights itself by the Date', async () => {
    const skewed = { systemClockOffset: clock.now() - Date.now() - 20 * MINUTE };
    await expect(signedNow(skewed).send(new GetObjectCommand({ Bucket, Key: 'x' }))).rejects.toMatchObject({
      name: 'RequestTimeTooSkewed',
    });
    await signedNow({ ...skewed, maxAttempts: 2 })
      .send(new HeadBucketCommand({ Bucket }))
      .catch(() => undefined);
    const righted = signedNow({ ...skewed, maxAttempts: 3 });
    expect(
      (await righted.send(new PutObjectCommand({ Bucket, Key: 'righted', Body: 'x' }))).ETag,
    ).toBeDefined();
  });

  test('a body changed on its way is rejected by its signed hash', async () => {
    const caught = signedNow();
    caught.middlewareStack.add(
      next => args => {
        const request = args.request as { body: unknown };
        request.body = 'evil';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'tamper' },
    );
    await expect(
      caught.send(new PutObjectCommand({ Bucket, Key: 'hash', Body: 'good' })),
    ).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
  });
});

test('virtual-host style addresses the same bucket', async () => {
  const request = async (host: string, path: string) => {
    const url = new URL(await presignGet('đơn.txt'));
    return fixture.s3.handle({
      method: 'GET',
      path,
      query: url.search.slice(1),
      headers: { host },
      body: Buffer.alloc(0),
    });
  };
  const { port } = new URL(fixture.url);
  const virtual = new S3Client({
    endpoint: `http://localhost:${port}`,
    region: REGION,
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET },
  });
  const url = new URL(
    await getSignedUrl(virtual, new GetObjectCommand({ Bucket, Key: 'đơn.txt' }), { signingDate: signedAt }),
  );
  expect(url.hostname).toBe(`${Bucket}.localhost`);
  const answer = await fixture.s3.handle({
    method: 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    headers: { host: url.host },
    body: Buffer.alloc(0),
  });
  expect(answer).toMatchObject({ status: 200, body: Buffer.from('nội dung') });
  expect((await request(`other.localhost:${port}`, '/x')).status).toBe(403);
});
