import { createServer, type Server } from 'node:http';
import { listen } from '../wire/listen.ts';
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
  const { address, stop } = await listen(server, options.port);
  const simulated: SimulatedAuthority = {
    url: `${address}/`,
    identity,
    mood: 'up',
    stop,
  };
  return simulated;
}
