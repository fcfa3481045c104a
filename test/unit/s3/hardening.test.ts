import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test, vi } from 'vitest';
import { virtualClock } from '../../../local/host/clock.ts';
import { openS3 } from '../../../local/s3/s3.ts';
import { errorOf, type Fixture, startS3 } from './s3-fixture.ts';

const Bucket = 'ben-chac';

/** Runs a test on a service with one bucket. */
async function withBucket(run: (fixture: Fixture) => Promise<void>): Promise<void> {
  const fixture = await startS3();
  try {
    await fixture.s3.createBucket(Bucket, { versioning: false });
    await run(fixture);
  } finally {
    await fixture.close();
  }
}

test('when the disk refuses a write, the put fails, the object before it stays, and later puts work', () =>
  withBucket(async fixture => {
    const client = fixture.client();
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const put = (Body: string) => client.send(new PutObjectCommand({ Bucket, Key: 'k', Body }));
    const read = async () =>
      (await client.send(new GetObjectCommand({ Bucket, Key: 'k' }))).Body?.transformToString();
    await put('before');
    const temporary = join(fixture.folder, 'temporary');
    await rename(temporary, `${temporary}.away`);
    await writeFile(temporary, 'a file where a folder should be');
    await expect(put('refused')).rejects.toMatchObject({ name: 'InternalError' });
    expect(log).toHaveBeenCalled();
    log.mockRestore();
    expect(await read()).toBe('before');
    await rm(temporary);
    await rename(`${temporary}.away`, temporary);
    await put('after');
    await fixture.reopen();
    expect(await read()).toBe('after');
    expect(fixture.events).toHaveLength(2);
  }));

test('a damaged file is named, and left as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 's3-damaged-'));
  const fixture = await startS3({ folder });
  await fixture.s3.createBucket(Bucket, { versioning: false });
  const path = join(folder, 'buckets', Bucket, 'bucket.json');
  await writeFile(path, '{"name":');
  await expect(fixture.reopen()).rejects.toThrow(path);
  expect(await readdir(join(folder, 'buckets', Bucket))).toContain('bucket.json');
  await fixture.close();
});

test(
  'empty objects, and many readers while the object is replaced',
  () =>
    withBucket(async fixture => {
      const client = fixture.client();
      const put = (Body: string) => client.send(new PutObjectCommand({ Bucket, Key: 'hot', Body }));
      await put('');
      const read = async () =>
        (await client.send(new GetObjectCommand({ Bucket, Key: 'hot' }))).Body?.transformToString();
      expect(await read()).toBe('');
      const bodies = Array.from({ length: 30 }, (_, n) => `${n}`.repeat(1000));
      const known = new Set(['', ...bodies]);
      const link = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'hot' }));
      let writing = true;
      const readOn = async () => {
        const unknown: string[] = [];
        while (writing) {
          const text = await (await fetch(link)).text();
          if (!known.has(text)) unknown.push(text);
        }
        return unknown;
      };
      const readers = Array.from({ length: 6 }, readOn);
      for (const body of bodies) await put(body);
      writing = false;
      expect((await Promise.all(readers)).flat()).toEqual([]);
      expect(await read()).toBe(bodies.at(-1));
    }),
  20_000,
);

test('header values beyond ASCII never keep an answer from being sent', () =>
  withBucket(async fixture => {
    const client = fixture.client();
    const url = await getSignedUrl(
      client,
      new PutObjectCommand({ Bucket, Key: 'k', Metadata: { ten: 'Nguyễn' } }),
    );
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(200);
    const { Metadata } = await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(Metadata).toEqual({ ten: `=?UTF-8?B?${Buffer.from('Nguyễn').toString('base64')}?=` });
    const override = { ResponseContentDisposition: 'attachment; filename="đơn.pdf"' };
    const refused = await fetch(
      await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: 'k', ...override })),
    );
    expect(await errorOf(refused)).toMatchObject({ status: 400, code: 'InvalidArgument' });
  }));

test("a body in HTTP's own chunks, of no stated length, is refused", () =>
  withBucket(async fixture => {
    const url = await getSignedUrl(fixture.client(), new PutObjectCommand({ Bucket, Key: 'k' }));
    const body = new Blob(['x']).stream();
    const put = await fetch(url, { method: 'PUT', body, duplex: 'half' } as RequestInit);
    expect(await errorOf(put)).toMatchObject({ status: 501, code: 'NotImplemented' });
  }));

test("in a host whose time runs ahead, links expire by the clients' time and objects bear the host's", async () => {
  const hostTime = Date.parse('2031-05-05T00:00:00Z');
  let worldTime = Date.parse('2026-03-02T08:00:00Z');
  const fixture = await startS3({ clock: virtualClock(hostTime), signingTime: () => worldTime });
  try {
    await fixture.s3.createBucket(Bucket, { versioning: false });
    const signed = (command: PutObjectCommand | GetObjectCommand) =>
      getSignedUrl(fixture.client(), command, { expiresIn: 60, signingDate: new Date(worldTime) });
    expect(
      (await fetch(await signed(new PutObjectCommand({ Bucket, Key: 'k' })), { method: 'PUT', body: 'x' }))
        .status,
    ).toBe(200);
    const link = await signed(new GetObjectCommand({ Bucket, Key: 'k' }));
    expect((await fetch(link)).headers.get('last-modified')).toBe(new Date(hostTime).toUTCString());
    worldTime += 61_000;
    expect((await errorOf(await fetch(link))).code).toBe('AccessDenied');
  } finally {
    await fixture.close();
  }
});

test('requests that are no requests are answered, not thrown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 's3-odd-'));
  const s3 = await openS3({
    clock: virtualClock(0),
    folder,
    region: 'r',
    credentials: () => 's',
    announce: () => undefined,
  });
  const odd = [
    { method: 'GET', path: '/%ff', query: '' },
    { method: 'GET', path: '', query: '' },
    { method: 'BREW', path: '/a/b', query: '=&&=%20' },
    { method: 'GET', path: '/a', query: 'X-Amz-Signature=1' },
    { method: 'POST', path: '/a', query: '', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    { method: 'GET', path: '/a', query: '', headers: { authorization: 'AWS4-HMAC-SHA256 nonsense' } },
    { method: 'GET', path: '/a', query: '', headers: { authorization: 'AWS abc:def' } },
    { method: 'OPTIONS', path: '/none', query: '', headers: { origin: 'http://a' } },
  ];
  for (const request of odd) {
    const { status, body } = await s3.handle({ headers: {}, body: Buffer.alloc(0), ...request });
    expect([400, 403]).toContain(status);
    expect(String(body)).toMatch(/<Error><Code>\w+<\/Code>/);
  }
  await s3.close();
  await rm(folder, { recursive: true });
});
