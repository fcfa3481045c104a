import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, test, vi } from 'vitest';
import { startS3 } from './s3-fixture.ts';

const CHILD = fileURLToPath(new URL('./s3-child.ts', import.meta.url));

/** Runs the writing child and kills it at a given line of its talk. Returns all it said. */
function runAndKill(folder: string, round: number, afterLines: number): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, folder, `${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', line => {
      said.push(line);
      if (said.length === afterLines) child.kill('SIGKILL');
    });
    child.on('error', reject);
    lines.on('close', () => resolve(said));
  });
}

test('kill -9 at any moment loses no acknowledged object or deletion, shows no torn one, and loses no event', async () => {
  const folder = await mkdtemp(join(tmpdir(), 's3-kill-'));
  const said: string[] = [];
  for (const [round, afterLines] of [7, 40, 93, 151, 200].entries())
    said.push(...(await runAndKill(folder, round, afterLines)));
  const fixture = await startS3({ folder, region: 'ap-southeast-1' });
  try {
    const client = fixture.client();
    const announced = new Set([
      ...said,
      ...fixture.events.map(({ kind, key }) => `announced ${kind} ${key}`),
    ]);
    const keysSaid = (word: string) =>
      new Set(said.flatMap(line => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : [])));
    const [putting, put, deleting, deleted] = [
      keysSaid('putting'),
      keysSaid('put'),
      keysSaid('deleting'),
      keysSaid('deleted'),
    ];
    expect(put.size).toBeGreaterThan(50);

    const listed = new Set<string>();
    for (let ContinuationToken: string | undefined, more = true; more; ) {
      const page = await client.send(new ListObjectsV2Command({ Bucket: 'ben-bi', ContinuationToken }));
      for (const { Key = '' } of page.Contents ?? []) listed.add(Key);
      ContinuationToken = page.NextContinuationToken;
      more = page.IsTruncated ?? false;
    }
    expect([...put].filter(key => !listed.has(key) && !deleting.has(key))).toEqual([]);
    expect([...deleted].filter(key => listed.has(key))).toEqual([]);
    expect([...listed].filter(key => !putting.has(key))).toEqual([]);
    for (const Key of listed) {
      const got = await client.send(new GetObjectCommand({ Bucket: 'ben-bi', Key }));
      const body = Buffer.from((await got.Body?.transformToByteArray()) ?? []);
      expect(body.equals(Buffer.alloc(50_000, Key))).toBe(true);
    }
    expect([...listed, ...deleted].filter(key => !announced.has(`announced created ${key}`))).toEqual([]);
    const gone = [...deleting].filter(key => !listed.has(key));
    expect(gone.filter(key => !announced.has(`announced deleted ${key}`))).toEqual([]);
  } finally {
    await fixture.close();
  }
}, 60_000);

test('leftovers of torn uploads are swept at opening', async () => {
  const folder = await mkdtemp(join(tmpdir(), 's3-torn-'));
  const fixture = await startS3({ folder });
  try {
    await fixture.s3.createBucket('rac', { versioning: false });
    await fixture.client().send(new PutObjectCommand({ Bucket: 'rac', Key: 'k', Body: 'x' }));
    const objects = join(folder, 'buckets', 'rac', 'objects');
    const [shard = ''] = await readdir(objects);
    const orphan = `${shard}${'0'.repeat(62)}~${'0'.repeat(16)}~null~object.data`;
    await writeFile(join(objects, shard, orphan), 'half an upload');
    await writeFile(join(folder, 'temporary', 'half.data'), 'half');
    await mkdir(join(folder, 'temporary', 'half.bucket'));
    await writeFile(join(folder, 'outbox', `${'0'.repeat(16)}.json`), '{"event":');
    await fixture.reopen();
    expect(await readdir(join(folder, 'temporary'))).toEqual([]);
    expect(await readdir(join(folder, 'outbox'))).toEqual([]);
    expect((await readdir(join(objects, shard))).sort()).toHaveLength(2);
    const { Contents } = await fixture.client().send(new ListObjectsV2Command({ Bucket: 'rac' }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(['k']);
  } finally {
    await fixture.close();
  }
});

test('an overwritten object whose files a crash left behind does not come back', async () => {
  const fixture = await startS3();
  try {
    const client = fixture.client();
    await fixture.s3.createBucket('ghi-de', { versioning: false });
    await client.send(new PutObjectCommand({ Bucket: 'ghi-de', Key: 'k', Body: 'new' }));
    const objects = join(fixture.folder, 'buckets', 'ghi-de', 'objects');
    const [shard = ''] = await readdir(objects);
    for (const name of await readdir(join(objects, shard)))
      await copyFile(
        join(objects, shard, name),
        join(objects, shard, name.replace(/~\w{16}~/, `~${'0'.repeat(16)}~`)),
      );
    await fixture.reopen();
    expect(await readdir(join(objects, shard))).toHaveLength(2);
    await client.send(new DeleteObjectCommand({ Bucket: 'ghi-de', Key: 'k' }));
    await fixture.reopen();
    expect((await client.send(new ListObjectsV2Command({ Bucket: 'ghi-de' }))).KeyCount).toBe(0);
  } finally {
    await fixture.close();
  }
});

test('an event that the host could not take is told again at the next opening', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let refuse = true;
  const told: string[] = [];
  const fixture = await startS3({
    announce: ({ key }) => {
      if (refuse) throw new Error('The queue is closed.');
      told.push(key);
    },
  });
  try {
    await fixture.s3.createBucket('hang-doi', { versioning: false });
    const put = await fixture
      .client()
      .send(new PutObjectCommand({ Bucket: 'hang-doi', Key: 'k', Body: 'x' }));
    expect(put.ETag).toBeDefined();
    expect(told).toEqual([]);
    expect(log).toHaveBeenCalledOnce();
    refuse = false;
    await fixture.reopen();
    expect(told).toEqual(['k']);
    await fixture.reopen();
    expect(told).toEqual(['k']);
  } finally {
    log.mockRestore();
    await fixture.close();
  }
});
