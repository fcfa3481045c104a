import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, type Mood } from './answer.ts';
import { type Identity, makeIdentity } from './identity.ts';

export interface SimulatedAuthority {
  readonly url: string;
  readonly identity: Identity;
  /** How it behaves from now on. Slow: it takes the request and does not answer. */
  mood: Mood;
  stop(): Promise<void>;
}

/** Starts a timestamp authority on this machine, for development and tests. */
export async function startTimestampAuthority(
  options: { readonly now?: () => number; readonly port?: number; readonly identity?: Identity } = {},
): Promise<SimulatedAuthority> {
  const now = options.now ?? Date.now;
  const identity = options.identity ?? makeIdentity(now());
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (simulated.mood === 'slow') return;
      if (simulated.mood === 'down') response.writeHead(503).end();
      else
        response
          .writeHead(200, { 'content-type': 'application/timestamp-reply' })
          .end(answer(Buffer.concat(chunks), identity, now(), simulated.mood));
    });
  });
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const simulated: SimulatedAuthority = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    identity,
    mood: 'up',
    stop() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
  return simulated;
}
