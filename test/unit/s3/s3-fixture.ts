import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { worldClock } from '../../../local/host/clock.ts';
import { openS3, type S3, type S3Deps } from '../../../local/s3/s3.ts';

export const ACCESS_KEY = 'AKIDEXAMPLE';
export const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
export const REGION = 'ap-southeast-1';

export type Announced = Parameters<S3Deps['announce']>[0];

/** An S3 service behind a small HTTP server, and what it announced. */
export interface Fixture {
  readonly s3: S3;
  readonly url: string;
  readonly folder: string;
  readonly events: Announced[];
  client(config?: S3ClientConfig): S3Client;
  /** Closes the service and opens another on the same folder. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export async function startS3(overrides: Partial<S3Deps> = {}): Promise<Fixture> {
  const folder = overrides.folder ?? (await mkdtemp(join(tmpdir(), 's3-')));
  const events: Announced[] = [];
  const deps: S3Deps = {
    clock: worldClock(),
    folder,
    region: REGION,
    credentials: id => (id === ACCESS_KEY ? SECRET : undefined),
    announce: event => void events.push(event),
    ...overrides,
  };
  let s3 = await openS3(deps);
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
    const answer = await s3.handle({
      method: request.method ?? '',
      path,
      query,
      headers: request.headers,
      body: Buffer.concat(pieces),
    });
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const clients: S3Client[] = [];
  return {
    get s3() {
      return s3;
    },
    url,
    folder,
    events,
    client(config = {}) {
      const client = new S3Client({
        endpoint: url,
        region: REGION,
        forcePathStyle: true,
        credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET },
        maxAttempts: 1,
        ...config,
      });
      clients.push(client);
      return client;
    },
    async reopen() {
      await s3.close();
      s3 = await openS3(deps);
    },
    async close() {
      for (const client of clients) client.destroy();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await s3.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The code and text of S3's XML error. */
export async function errorOf(response: Response): Promise<{ status: number; code: string; text: string }> {
  const text = await response.text();
  return { status: response.status, code: /<Code>(.*?)<\/Code>/.exec(text)?.[1] ?? '', text };
}
