import { createHash } from 'node:crypto';
import { ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, dateOf, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { s3StoredUploads } from '../../../functions/features/files/stored-uploads.ts';
import { sweepUploads, sweptDays } from '../../../functions/features/files/sweep-uploads.ts';
import { s3UploadLinks } from '../../../functions/features/files/upload-links.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { type Fixture, startS3 } from '../s3/s3-fixture.ts';

const Bucket = 'tep-so-hoa';
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startS3();
  await fixture.s3.createBucket(Bucket, { versioning: true });
});
afterAll(() => fixture.close());

const idOf = (n: number) => `f_${String(n).padStart(26, '0')}`;

function declared(id: string, bytes: Uint8Array<ArrayBuffer>): StoredFile {
  return {
    id,
    state: 'declared',
    declaredBy: 'citizen:x',
    declaredAt: '2026-11-26T08:00:00+07:00',
    fileName: 'a.pdf',
    contentType: 'application/pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key: `uploads/2026-11-26/${id}`,
  };
}

test('a link takes its file once, and nothing where the condition was left out', async () => {
  const body = new TextEncoder().encode('giấy tờ');
  const links = s3UploadLinks(fixture.client(), Bucket);
  const { url, headers } = await links.linkFor(declared(idOf(1), body), Date.now());
  expect(headers['if-none-match']).toBe('*');
  const { 'if-none-match': _, ...without } = headers;
  expect((await fetch(url, { method: 'PUT', headers: without, body })).status).toBe(403);
  expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(200);
  expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(412);
  const { Versions } = await fixture.client().send(new ListObjectVersionsCommand({ Bucket }));
  expect(Versions).toHaveLength(1);
});

test('the nightly sweep removes what has no record any more, of its day only, and leaves the version behind', async () => {
  const client = fixture.client();
  const put = (Key: string) => client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  const day = '2026-11-02';
  for (const n of [1, 2, 3]) await put(`uploads/${day}/${idOf(n)}`);
  await put(`uploads/${day}/not-of-ours`);
  await put(`uploads/2026-11-03/${idOf(4)}`);
  const bytes = new Uint8Array(1);
  const files = {
    findAll: async (ids: readonly string[]) =>
      ids
        .filter(id => id === idOf(2))
        .map(id => ({ ...declared(id, bytes), dossier: 'H44.101-261102-0001' })),
  };
  const uploads = s3StoredUploads(client, Bucket);
  expect(await sweepUploads({ files, uploads }, day)).toEqual({ looked: 3, removed: 2 });
  expect(await sweepUploads({ files, uploads }, day)).toEqual({ looked: 1, removed: 0 });
  const { Versions = [], DeleteMarkers = [] } = await client.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: 'uploads/2026-11-0' }),
  );
  expect(Versions.filter(({ IsLatest }) => IsLatest).map(({ Key }) => Key)).toEqual([
    `uploads/${day}/${idOf(2)}`,
    `uploads/${day}/not-of-ours`,
    `uploads/2026-11-03/${idOf(4)}`,
  ]);
  expect(Versions).toHaveLength(5);
  expect(DeleteMarkers.map(({ Key }) => Key)).toEqual([1, 3].map(n => `uploads/${day}/${idOf(n)}`));
});

test('a week of days is looked at, none before the records of its files have had two days to go', () => {
  const now = parseInstant('2026-11-26T02:37:00+07:00');
  const days = sweptDays(now);
  expect(days).toEqual([17, 16, 15, 14, 13, 12, 11].map(day => `2026-11-${day}`));
  expect(days[0]).toBe(dateOf(now - 9 * DAY));
});
