import { createHash } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { beforeAll, expect, it } from 'vitest';
import type { Endpoint } from './endpoint.ts';

/** What the application asks of its buckets: checksums that are checked, links that hold what was signed, writes that never replace. */
export function objectsSuite(endpoint: () => Endpoint): void {
  let Bucket: string;
  const send: Endpoint['s3']['send'] = (...parts: never[]) =>
    Reflect.apply(endpoint().s3.send, endpoint().s3, parts);

  beforeAll(async () => {
    const { region, undo, name } = endpoint();
    Bucket = name('objects');
    await send(
      new CreateBucketCommand({
        Bucket,
        ...(region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: region as never } }),
      }),
    );
    undo.push(async () => {
      const { Versions = [], DeleteMarkers = [] } = await send(new ListObjectVersionsCommand({ Bucket }));
      for (const { Key, VersionId } of [...Versions, ...DeleteMarkers])
        await send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
      await send(new DeleteBucketCommand({ Bucket }));
    });
    const VersioningConfiguration = { Status: 'Enabled' as const };
    await send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  });

  it('bytes come back as they were, with the checksum that was asked for', async () => {
    const Body = Buffer.from('Giấy tờ '.repeat(2_000));
    const ChecksumSHA256 = createHash('sha256').update(Body).digest('base64');
    await send(new PutObjectCommand({ Bucket, Key: 'giấy/a.pdf', Body, ChecksumSHA256 }));
    const got = await send(new GetObjectCommand({ Bucket, Key: 'giấy/a.pdf', ChecksumMode: 'ENABLED' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true);
    expect(got.ChecksumSHA256).toBe(ChecksumSHA256);
  });

  it('a wrong checksum is refused and stores nothing', async () => {
    const ChecksumSHA256 = createHash('sha256').update('other').digest('base64');
    await expect(
      send(new PutObjectCommand({ Bucket, Key: 'wrong', Body: 'this', ChecksumSHA256 })),
    ).rejects.toMatchObject({
      name: expect.stringMatching(/^(BadDigest|InvalidRequest|XAmzContentChecksumMismatch)$/),
    });
    await expect(send(new HeadObjectCommand({ Bucket, Key: 'wrong' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('a put with If-None-Match replaces nothing', async () => {
    const put = (Body: string) => send(new PutObjectCommand({ Bucket, Key: 'once', Body, IfNoneMatch: '*' }));
    await put('first');
    await expect(put('second')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const { Body } = await send(new GetObjectCommand({ Bucket, Key: 'once' }));
    expect(await Body?.transformToString()).toBe('first');
  });

  it('a link to put takes what was signed and nothing else', async () => {
    const command = new PutObjectCommand({
      Bucket,
      Key: 'link',
      ContentType: 'application/pdf',
      ContentLength: 4,
    });
    const url = await getSignedUrl(endpoint().s3, command, {
      expiresIn: 300,
      signableHeaders: new Set(['content-type', 'content-length', 'host']),
    });
    const put = async (to: string, body: string, type = 'application/pdf') =>
      (await fetch(to, { method: 'PUT', body, headers: { 'content-type': type } })).status;
    expect(await put(url, '%PDF', 'text/html')).toBe(403);
    expect(await put(url, '%PDF-1.7')).toBe(403);
    expect(await put(url.replace('/link?', '/other?'), '%PDF')).toBe(403);
    expect(await put(url, '%PDF')).toBe(200);
  });

  it('a link to get gives the object until it is tampered with', async () => {
    await send(new PutObjectCommand({ Bucket, Key: 'result', Body: 'kết quả' }));
    const url = await getSignedUrl(endpoint().s3, new GetObjectCommand({ Bucket, Key: 'result' }), {
      expiresIn: 300,
    });
    expect(await (await fetch(url)).text()).toBe('kết quả');
    expect((await fetch(url.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000'))).status).toBe(403);
  });

  it('a version stays when another is put over it', async () => {
    const first = await send(new PutObjectCommand({ Bucket, Key: 'versions', Body: '1' }));
    await send(new PutObjectCommand({ Bucket, Key: 'versions', Body: '2' }));
    const old = await send(new GetObjectCommand({ Bucket, Key: 'versions', VersionId: first.VersionId }));
    expect(await old.Body?.transformToString()).toBe('1');
  });
}
