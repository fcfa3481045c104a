// A service in a process of its own, for the durability test to kill: puts objects without end and prints each key once
// the put is acknowledged.
import { createHash, createHmac } from 'node:crypto';
import { writeSync } from 'node:fs';
import { worldClock } from '../../../local/host/clock.ts';
import { openS3 } from '../../../local/s3/s3.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const clock = worldClock();
const say = (line: string) => void writeSync(1, `${line}\n`);
const s3 = await openS3({
  clock,
  folder,
  region: 'r',
  credentials: () => 'secret',
  announce: ({ key, kind }) => say(`announced ${kind} ${key}`),
});
await s3.createBucket('ben-bi', { versioning: false });
say('ready');

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

async function send(method: string, key: string, body: Buffer): Promise<number> {
  const stamp = new Date(clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${stamp.slice(0, 8)}/r/s3/aws4_request`;
  const hash = createHash('sha256').update(body).digest('hex');
  const signed = 'host;x-amz-content-sha256;x-amz-date';
  const canonical = `${method}\n/ben-bi/${key}\n\nhost:h\nx-amz-content-sha256:${hash}\nx-amz-date:${stamp}\n\n${signed}\n${hash}`;
  const text = `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${createHash('sha256').update(canonical).digest('hex')}`;
  const day = hmac(hmac(hmac(hmac('AWS4secret', stamp.slice(0, 8)), 'r'), 's3'), 'aws4_request');
  const authorization = `AWS4-HMAC-SHA256 Credential=AK/${scope}, SignedHeaders=${signed}, Signature=${hmac(day, text).toString('hex')}`;
  const headers = { host: 'h', 'x-amz-date': stamp, 'x-amz-content-sha256': hash, authorization };
  return (await s3.handle({ method, path: `/ben-bi/${key}`, query: '', headers, body })).status;
}

async function write(lane: number): Promise<void> {
  for (let n = 0; ; n++) {
    const key = `${round}-${lane}-${n}`;
    say(`putting ${key}`);
    if ((await send('PUT', key, Buffer.alloc(50_000, key))) !== 200)
      throw new Error(`The put of ${key} failed.`);
    say(`put ${key}`);
    if (n % 3 !== 0) continue;
    say(`deleting ${key}`);
    if ((await send('DELETE', key, Buffer.alloc(0))) !== 204)
      throw new Error(`The deletion of ${key} failed.`);
    say(`deleted ${key}`);
  }
}

await Promise.all([0, 1, 2, 3].map(write));
